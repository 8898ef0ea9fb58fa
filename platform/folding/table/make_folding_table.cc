// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Prints folding_table.cc: what ICU makes of each character when it takes compatibility forms
// (NFKC), capital letters and traditional Han away, and OpenCC of the variants that ICU does not
// know (衞, 峯), as far as one character becomes one. Runs at build time: loading these rules takes
// longer than the whole program may to start.
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <opencc/SimpleConverter.hpp>
#include <string>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uscript.h>

namespace {

using icu::UnicodeString;

// Characters that GB 2312 has are written today as they are, and stay: 芸 is a plant, although it
// is 藝 in Japan.
class Variants {
public:
    explicit Variants(UErrorCode& trouble) : simplified_(ucnv_open("GB2312", &trouble), &ucnv_close)
    {
        if (U_SUCCESS(trouble) != 0) {
            ucnv_setFromUCallBack(
                simplified_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &trouble);
        }
    }

    UnicodeString operator()(UChar32 c) const
    {
        UErrorCode trouble = U_ZERO_ERROR;
        const UnicodeString own(c);
        if (uscript_getScript(c, &trouble) != USCRIPT_HAN || is_simplified(own)) {
            return own;
        }
        std::string text;
        own.toUTF8String(text);
        const auto changed = from_hong_kong_.Convert(text);
        return UnicodeString::fromUTF8(changed == text ? from_japan_.Convert(text) : changed);
    }

private:
    bool is_simplified(const UnicodeString& text) const
    {
        UErrorCode trouble = U_ZERO_ERROR;
        char bytes[16];
        ucnv_fromUChars(
            simplified_.get(), bytes, sizeof bytes, text.getBuffer(), text.length(), &trouble);
        return U_SUCCESS(trouble) != 0;
    }

    std::unique_ptr<UConverter, decltype(&ucnv_close)> simplified_;
    opencc::SimpleConverter from_hong_kong_{"hk2s.json"};
    opencc::SimpleConverter from_japan_{"jp2t.json"};
};

class Folder {
public:
    Folder()
        : plain_(icu::Normalizer2::getNFKCInstance(trouble_)),
          simplified_(icu::Transliterator::createInstance(
              "Traditional-Simplified", UTRANS_FORWARD, trouble_)),
          variants_(trouble_)
    {
    }
    bool ready() const { return U_SUCCESS(trouble_) != 0; }

    UChar32 operator()(UChar32 c) const
    {
        for (int round = 0; round < 4; ++round) { // one fold may lead to another: Å, å
            const UChar32 before = c;
            c = one_or(c, normal(c));
            c = u_tolower(c);
            UnicodeString text(c);
            simplified_->transliterate(text);
            c = one_or(c, text);
            c = one_or(c, variants_(c));
            if (c == before) {
                break;
            }
        }
        return c;
    }

private:
    UnicodeString normal(UChar32 c) const
    {
        UErrorCode trouble = U_ZERO_ERROR;
        return plain_->normalize(UnicodeString(c), trouble);
    }
    static UChar32 one_or(UChar32 otherwise, const UnicodeString& text)
    {
        return text.countChar32() == 1 ? text.char32At(0) : otherwise;
    }

    UErrorCode trouble_ = U_ZERO_ERROR;
    const icu::Normalizer2* plain_;
    std::unique_ptr<icu::Transliterator> simplified_;
    Variants variants_;
};

bool is_text(UChar32 c) { return u_isdefined(c) != 0 && !U_IS_SURROGATE(c) && !u_isUWhiteSpace(c); }

int print_table()
{
    constexpr UChar32 first = 0x80;
    constexpr UChar32 last = 0x323AF; // the end of the Han planes
    constexpr std::uint64_t fnv_start = 14695981039346656037U;
    constexpr std::uint64_t fnv_prime = 1099511628211U;
    const Folder folded;
    if (!folded.ready()) {
        std::fputs("ICU has no Traditional-Simplified or no GB2312\n", stderr);
        return 1;
    }
    std::puts("// Made by platform/folding/table/make_folding_table.cc\n"
              "#include \"platform/folding/folding.h\"\n"
              "#include \"platform/folding/folding_table.h\"\n\n"
              "namespace xieshang::folding {\n\nstatic constexpr Folding table[] = {");
    std::uint64_t sum = fnv_start;
    for (UChar32 c = first; c <= last; ++c) {
        const UChar32 to = is_text(c) ? folded(c) : c;
        if (to != c && to != ' ' && to != '\n') {
            std::printf("{0x%X,0x%X},\n", static_cast<unsigned>(c), static_cast<unsigned>(to));
            sum = (sum ^ static_cast<std::uint64_t>(c)) * fnv_prime;
            sum = (sum ^ static_cast<std::uint64_t>(to)) * fnv_prime;
        }
    }
    std::printf(
        "};\n\nstd::span<const Folding> folding_table() { return table; }\n"
        "std::uint64_t fingerprint() { return %lluU; }\n\n} // namespace xieshang::folding\n",
        static_cast<unsigned long long>(sum));
    return 0;
}

} // namespace

int main()
{
    try {
        return print_table();
    } catch (const std::exception& trouble) { // OpenCC without its data
        std::fprintf(stderr, "%s\n", trouble.what());
        return 1;
    }
}
