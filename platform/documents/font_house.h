// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The fonts of some folders, opened by Pango through a configuration of their own: nothing of the
// machine's, nothing that two objects share. One thread an object; several objects, several
// threads.
#pragma once

#include "platform/base/result.h"
#include "platform/documents/font_choices.h"

#include <filesystem>
#include <memory>
#include <pango/pango.h>
#include <string>
#include <vector>

namespace xieshang::documents::press {

class FontHouse {
public:
    // Throws std::runtime_error when fontconfig cannot be set up. A folder that is not there has
    // no fonts.
    explicit FontHouse(FontFolders folders);
    ~FontHouse();
    FontHouse(const FontHouse&) = delete;
    FontHouse& operator=(const FontHouse&) = delete;

    // Are the chosen fonts still as they were? If not, looks for them anew.
    // Refuses: documents.fonts_missing {fonts}, with the face and the package of each.
    base::Result<void> look();

    const std::vector<FontChoice>& choices() const { return choices_; }
    PangoContext* context() const { return context_.get(); }
    const PangoFontDescription* description(Face face) const;

private:
    struct Unreferenced {
        void operator()(PangoContext* context) const { ::g_object_unref(context); }
    };
    struct Freed {
        void operator()(PangoFontDescription* description) const
        {
            ::pango_font_description_free(description);
        }
    };
    struct File {
        std::filesystem::path path;
        std::filesystem::file_time_type changed;
    };

    void open();
    bool is_as_it_was() const;

    FontFolders folders_;
    std::vector<FontChoice> choices_;
    std::vector<File> files_; // of the chosen fonts
    std::unique_ptr<PangoContext, Unreferenced> context_;
    std::vector<std::unique_ptr<PangoFontDescription, Freed>> descriptions_; // by face
};

} // namespace xieshang::documents::press
