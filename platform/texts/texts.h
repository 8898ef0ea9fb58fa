// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Labels and refusals in both languages. Each slice has *_texts.zh-CN.json and *_texts.en.json:
// flat objects, code → text with {parameters}. What counts says both its forms in English:
// "{count} {count|line|lines}", the first for 1 and the second for the rest. "第{number|一}届" says
// a number in Chinese numerals: 第六届. web/i18n.ts reads them the same way. Chinese first; English
// complete (tests/tidy_test.cc compares the keys).
#pragma once

#include "platform/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace xieshang::texts {

enum class Language {
    zh_cn,
    en,
};

std::string_view tag_of(Language language);           // "zh-CN", "en"
Language preferred(std::string_view accept_language); // RFC 9110 §12.5.4; zh-CN when nothing fits
// "zh_CN.UTF-8" → zh_cn; "en_US.UTF-8", "C", "POSIX", "" and unknown → en
Language from_locale(std::string_view locale);

class Catalog {
public:
    // Adds a *_texts.*.json. Throws std::invalid_argument on bad JSON or a key that is there
    // already.
    void add(Language language, std::string_view json);

    // The text with its parameters filled in; the code itself when there is no such text.
    std::string text(
        Language language, std::string_view code, const base::Params& params = {}) const;
    bool has(Language language, std::string_view code) const;

private:
    std::map<std::string, std::string, std::less<>> texts_[2];
};

// All the program's texts, embedded at build time.
const Catalog& built_in();

} // namespace xieshang::texts
