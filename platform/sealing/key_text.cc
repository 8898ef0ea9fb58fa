// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/key_text.h"

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

#include <openssl/crypto.h>

#include <array>
#include <set>

namespace xieshang::sealing {

struct KeyLine {
    std::string id;
    Suite suite{};
    base::Instant made_at_ms;
    std::string fingerprint;
    std::string secret;

    KeyLine() = default;
    ~KeyLine() { wipe(secret); }
    KeyLine(KeyLine&&) = default;
    KeyLine& operator=(KeyLine&&) = default;
};
BOOST_DESCRIBE_STRUCT(KeyLine, (), (id, suite, made_at_ms, fingerprint, secret))

struct KeyLines {
    std::int64_t format{};
    std::string current;
    std::vector<KeyLine> keys;
};
BOOST_DESCRIBE_STRUCT(KeyLines, (), (format, current, keys))

namespace {

constexpr std::int64_t newest_format = 1;

base::FieldTrouble wrong(const std::string& where, std::string code)
{
    return {where, std::move(code), {}};
}

std::optional<Secret> secret_of(const std::string& hex)
{
    Secret secret;
    std::size_t size = 0;
    const bool read =
        OPENSSL_hexstr2buf_ex(secret.data(), Secret::size, &size, hex.c_str(), '\0') == 1;
    return read && size == Secret::size ? std::optional(secret) : std::nullopt;
}

class Reading {
public:
    Keys keys(const KeyLines& lines)
    {
        if (lines.format != newest_format) {
            troubles.push_back(wrong("format", "keys.unknown_format"));
            return {};
        }
        Keys keys{lines.current, {}};
        for (const auto& line : lines.keys) {
            add(line, keys);
        }
        if (troubles.empty() && !lines.current.empty() && keys.find(lines.current) == nullptr) {
            troubles.push_back(wrong(lines.current, "keys.current_not_there"));
        }
        return keys;
    }

    std::vector<base::FieldTrouble> troubles;

private:
    void add(const KeyLine& line, Keys& keys)
    {
        const auto secret = secret_of(line.secret);
        if (!is_key_id(line.id) || keys.find(line.id) != nullptr) {
            troubles.push_back(wrong(line.id, "keys.bad_id"));
        } else if (!secret) {
            troubles.push_back(wrong(line.id, "keys.bad_secret"));
        } else {
            auto key = std::make_shared<const Key>(line.id, line.suite, line.made_at_ms, *secret);
            if (key->fingerprint() != line.fingerprint) {
                troubles.push_back(wrong(line.id, "keys.wrong_fingerprint"));
            }
            keys.all.push_back(std::move(key));
        }
    }
};

tl::unexpected<base::Error> corrupt(
    const std::string& file, std::vector<base::FieldTrouble> troubles)
{
    return tl::unexpected<base::Error>(
        {base::Trouble::refused, "keys.corrupt", {{"file", file}}, std::move(troubles)});
}

} // namespace

std::string text_of(const Keys& keys)
{
    KeyLines lines{newest_format, keys.current, {}};
    for (const auto& key : keys.all) {
        auto& line = lines.keys.emplace_back();
        line.id = key->id();
        line.suite = key->suite();
        line.made_at_ms = key->made_at();
        line.fingerprint = key->fingerprint();
        line.secret = crypto::hex(key->root().bytes());
    }
    std::string text;
    text.reserve(512 * (1 + keys.all.size())); // does not move, which would leave a copy behind
    json::append(text, lines);
    return text += '\n';
}

base::Result<Keys> keys_of(std::string_view text, const std::string& file)
{
    const auto lines = json::read<KeyLines>(text);
    if (!lines) {
        return corrupt(file, lines.error().fields);
    }
    Reading reading;
    auto keys = reading.keys(*lines);
    if (!reading.troubles.empty()) {
        return corrupt(file, std::move(reading.troubles));
    }
    return keys;
}

} // namespace xieshang::sealing
