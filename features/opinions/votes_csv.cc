// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/votes_csv.h"

#include <charconv>
#include <string>

namespace xieshang::opinions {
namespace {

constexpr std::size_t bytes_of_piece = 1U << 20U;
constexpr std::size_t most_bytes_of_row = 64;
constexpr std::int64_t first_time = 1'600'000'000'000; // 2020-09-13

class Piece {
public:
    explicit Piece(const std::function<void(std::string_view)>& take)
        : take_(take), bytes_(bytes_of_piece, '\0')
    {
    }

    void add(std::string_view text)
    {
        text.copy(bytes_.data() + size_, text.size());
        size_ += text.size();
    }
    void add(std::int64_t number, char behind)
    {
        auto* end = std::to_chars(bytes_.data() + size_, bytes_.data() + bytes_.size(), number).ptr;
        *end++ = behind;
        size_ = static_cast<std::size_t>(end - bytes_.data());
    }
    void end_row()
    {
        if (bytes_.size() - size_ < most_bytes_of_row) {
            hand_on();
        }
    }
    void hand_on()
    {
        take_(std::string_view(bytes_).substr(0, size_));
        size_ = 0;
    }

private:
    const std::function<void(std::string_view)>& take_;
    std::string bytes_;
    std::size_t size_ = 0;
};

} // namespace

void write_votes(
    const analytics::Answers& answers, const std::function<void(std::string_view)>& take)
{
    Piece piece(take);
    piece.add("timestamp,comment-id,voter-id,vote\n");
    for (std::size_t i = 0; i < answers.given.size(); ++i) {
        const auto& answer = answers.given[i];
        piece.add(
            answers.times.empty() ? first_time + static_cast<std::int64_t>(i) : answers.times[i],
            ',');
        piece.add(answer.statement(), ',');
        piece.add(answer.participant(), ',');
        piece.add(static_cast<std::int64_t>(answer.stance()), '\n');
        piece.end_row();
    }
    piece.hand_on();
}

} // namespace xieshang::opinions
