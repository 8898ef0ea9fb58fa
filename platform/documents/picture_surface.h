// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// PNG and JPEG unpacked for Cairo. Any thread.
#pragma once

#include <cairo.h>
#include <memory>
#include <string>

namespace xieshang::documents::press {

struct SurfaceDestroyed {
    void operator()(cairo_surface_t* surface) const { ::cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDestroyed>;

// Empty: damaged, of a kind that cannot be read (JPEG of four inks), or larger than
// most_drawn_pixels. A JPEG keeps its bytes beside its pixels, and a PDF takes those; `bytes`
// outlives the surface and what is drawn with it.
Surface picture_surface(const std::string& bytes);

} // namespace xieshang::documents::press
