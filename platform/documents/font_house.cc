// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/font_house.h"

#include <algorithm>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <map>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace xieshang::documents::press {
namespace {

struct Destroyed {
    void operator()(FcConfig* config) const { ::FcConfigDestroy(config); }
};
using Config = std::unique_ptr<FcConfig, Destroyed>;

std::string escaped(const std::string& text)
{
    std::string escaped;
    for (const auto c : text) {
        escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    }
    return escaped;
}

std::string written(const FontFolders& folders)
{
    std::string xml = "<?xml version=\"1.0\"?><fontconfig>";
    for (const auto& folder : folders.fonts) {
        xml += "<dir>" + escaped(folder.string()) + "</dir>";
    }
    xml += "<cachedir>" + escaped(folders.cache.string()) + "</cachedir>";
    return xml + "</fontconfig>";
}

Config config_of(const FontFolders& folders)
{
    Config config(::FcConfigCreate());
    const auto xml = written(folders);
    if (!config
        || ::FcConfigParseAndLoadFromMemory(
               config.get(), reinterpret_cast<const FcChar8*>(xml.c_str()), FcTrue)
            != FcTrue
        || ::FcConfigBuildFonts(config.get()) != FcTrue) {
        throw std::runtime_error("fontconfig could not be set up");
    }
    return config;
}

// Each family with the file that holds it first.
std::map<std::string, std::string> families_of(FcConfig* config)
{
    std::map<std::string, std::string> families;
    const auto* fonts = ::FcConfigGetFonts(config, FcSetSystem);
    for (int at = 0; fonts != nullptr && at < fonts->nfont; ++at) {
        FcChar8* family = nullptr;
        FcChar8* file = nullptr;
        if (::FcPatternGetString(fonts->fonts[at], FC_FILE, 0, &file) != FcResultMatch) {
            continue;
        }
        for (int name = 0;
             ::FcPatternGetString(fonts->fonts[at], FC_FAMILY, name, &family) == FcResultMatch;
             ++name) {
            families.emplace(
                reinterpret_cast<const char*>(family), reinterpret_cast<const char*>(file));
        }
    }
    return families;
}

// Glyphs are placed where the layout says, not where a screen's pixels lie.
void draw_exactly(PangoContext* context)
{
    auto* options = ::cairo_font_options_create();
    ::cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    ::cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    ::cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    ::pango_cairo_context_set_font_options(context, options);
    ::cairo_font_options_destroy(options);
    ::pango_context_set_round_glyph_positions(context, FALSE);
    ::pango_context_set_language(context, ::pango_language_from_string("zh-cn"));
}

} // namespace

FontHouse::FontHouse(FontFolders folders) : folders_(std::move(folders)) { open(); }

FontHouse::~FontHouse() = default;

void FontHouse::open()
{
    const auto config = config_of(folders_);
    const auto families = families_of(config.get());
    std::vector<std::string> names;
    for (const auto& [name, file] : families) {
        names.push_back(name);
    }
    choices_ = font_choices(names);
    files_.clear();
    descriptions_.clear();
    for (const auto& choice : choices_) {
        if (!choice.family.empty()) {
            const auto& path = families.at(choice.family);
            std::error_code none;
            files_.push_back({path, std::filesystem::last_write_time(path, none)});
        }
        // What the chosen one lacks, rare characters and signs, the next ones have.
        const auto list = choice.family + ",Noto Serif CJK SC,Noto Sans CJK SC,DejaVu Sans";
        descriptions_.emplace_back(::pango_font_description_new());
        ::pango_font_description_set_family(descriptions_.back().get(), list.c_str());
    }
    auto* map = ::pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    ::pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config.get());
    ::pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    context_.reset(::pango_font_map_create_context(map));
    ::g_object_unref(map);
    draw_exactly(context_.get());
}

bool FontHouse::is_as_it_was() const
{
    return std::all_of(files_.begin(), files_.end(), [](const File& file) {
        std::error_code gone;
        return std::filesystem::last_write_time(file.path, gone) == file.changed && !gone;
    }) && files_.size() == choices_.size();
}

base::Result<void> FontHouse::look()
{
    if (!is_as_it_was()) {
        open();
    }
    std::string missing;
    for (const auto& choice : choices_) {
        if (choice.family.empty()) {
            missing += missing.empty() ? "" : ", ";
            missing += std::string(name_of(choice.face)) + " (" + choice.package + ")";
        }
    }
    if (!missing.empty()) {
        return base::trouble(
            base::Trouble::unavailable, "documents.fonts_missing", {{"fonts", missing}});
    }
    return {};
}

const PangoFontDescription* FontHouse::description(Face face) const
{
    return descriptions_[static_cast<std::size_t>(face)].get();
}

} // namespace xieshang::documents::press
