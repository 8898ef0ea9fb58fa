// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Marks of support (支持标记): who would see which topics on the shortlist. A ballot is all that
// one person marked; people who marked the same may be told as one ballot. A ballot without marks
// counts as a person who shares and supports nothing: leave out who did not take part. One thread
// writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace xieshang::analytics {

class Ballots {
public:
    // `projects`: numbers 0, 1, …, in any order; one that is named twice counts once. Of 0 people:
    // nothing is added. Throws std::length_error for more than 4,294,967,295 people in all.
    void add(std::span<const std::uint32_t> projects, std::uint32_t people = 1);

    std::size_t size() const { return people_.size(); }
    std::uint64_t people() const { return all_people_; }
    std::uint32_t people(std::size_t ballot) const { return people_[ballot]; }
    bool each_of_one() const { return people() == size(); }
    // Ascending.
    std::span<const std::uint32_t> marks(std::size_t ballot) const
    {
        return std::span(marks_).subspan(begins_[ballot], begins_[ballot + 1] - begins_[ballot]);
    }
    std::size_t all_marks() const { return marks_.size(); }

private:
    std::vector<std::uint32_t> marks_;
    std::vector<std::size_t> begins_{0};
    std::vector<std::uint32_t> people_;
    std::uint64_t all_people_ = 0;
};

// The ballots on which each project is marked: the same marks, by project.
class Supporters {
public:
    // Throws std::out_of_range when a ballot marks a project that is not there.
    Supporters(const Ballots& ballots, std::size_t projects);

    std::size_t projects() const { return people_.size(); }
    std::span<const std::uint32_t> ballots(std::size_t project) const // ascending
    {
        return std::span(ballots_).subspan(
            begins_[project], begins_[project + 1] - begins_[project]);
    }
    std::uint64_t people(std::size_t project) const { return people_[project]; }

private:
    std::vector<std::uint32_t> ballots_;
    std::vector<std::size_t> begins_;
    std::vector<std::uint64_t> people_;
};

} // namespace xieshang::analytics
