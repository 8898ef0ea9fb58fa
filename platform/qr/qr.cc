// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/qr/qr.h"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace xieshang::qr {
namespace {

struct Freed {
    void operator()(QRcode* code) const { ::QRcode_free(code); }
};

bool is_dark(const QRcode& code, int column, int row)
{
    return (code.data[row * code.width + column] & 1U) != 0;
}

std::string rectangle(int column, int row, int width)
{
    return "M" + std::to_string(column) + " " + std::to_string(row) + "h" + std::to_string(width)
        + "v1h-" + std::to_string(width) + "z";
}

} // namespace

Picture picture_of(std::string_view text)
{
    const std::unique_ptr<QRcode, Freed> code(::QRcode_encodeData(static_cast<int>(text.size()),
        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
    if (!code) {
        throw std::length_error("a text is too long or too short for a QR code");
    }
    Picture picture{code->width, {}};
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width;) {
            int end = column;
            while (end < code->width && is_dark(*code, end, row)) {
                ++end;
            }
            if (end > column) {
                picture.path += rectangle(column, row, end - column);
            }
            column = end + 1;
        }
    }
    return picture;
}

} // namespace xieshang::qr
