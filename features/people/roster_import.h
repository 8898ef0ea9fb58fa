// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The import of a roster: a file that was handed in, what the office chose for it, and what became
// of it. Pure.
#pragma once

#include "features/people/roster_comparison.h"
#include "platform/json/json.h"

#include <tuple>

namespace xieshang::people {

using RosterImportId = base::Id<struct RosterImportTag>;

enum class RosterState : std::uint8_t {
    open,     // nothing of it is in the register
    imported, // 已导入
    discarded // 已作废: not gone on with
};
BOOST_DESCRIBE_ENUM(RosterState, open, imported, discarded)

enum class RosterImportAction : std::uint8_t {
    import,
    discard,
    restore,
    erase, // the file itself 原件: its digest and what became of it stay
};
BOOST_DESCRIBE_ENUM(RosterImportAction, import, discard, restore, erase)

struct RosterCounts {
    std::int64_t added{};
    std::int64_t changed{};
    std::int64_t same{};
    std::int64_t ambiguous{};
    std::int64_t wrong{};
    std::int64_t moved{}; // changed in the register since the office looked

    std::int64_t open() const { return ambiguous + wrong; }
    bool operator==(const RosterCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(RosterCounts, (), (added, changed, same, ambiguous, wrong, moved))

struct RosterImport {
    RosterImportId id;
    std::string sha256; // of the file
    std::string file_name;
    std::int64_t size{}; // bytes
    RosterState state{};
    std::string options;  // RosterOptions as JSON
    std::string result{}; // RosterCounts as JSON, once imported: what was left out is open()
    base::Instant uploaded_at;
    std::string uploaded_by;
    std::string uploaded_by_name;
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(RosterImport, (),
    (id, sha256, file_name, size, state, options, result, uploaded_at, uploaded_by,
        uploaded_by_name, version, updated_at))

enum class RosterOrder : std::uint8_t {
    newest, // by the upload
    oldest,
    touched, // what changed last
};
BOOST_DESCRIBE_ENUM(RosterOrder, newest, oldest, touched)

struct RosterSearch {
    std::optional<RosterState> state{};
    std::string words{}; // of the file's name or of who handed it in
    RosterOrder order{};
    std::optional<std::tuple<std::int64_t, std::string>> after{}; // sort_value() and id
    std::int64_t most = 50;
};
std::int64_t sort_value(const RosterImport& import, RosterOrder order);

// A step that was taken (ADR 0004).
struct KeptRosterStep {
    std::int64_t version{}; // of the import after it
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    RosterImportAction action{};
    RosterState from_state{};
    RosterState to_state{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    KeptRosterStep, (), (version, at_ms, by_id, by_name, action, from_state, to_state, reason))

RosterOptions options_of(const RosterImport& import);
std::optional<RosterCounts> result_of(const RosterImport& import);

// The head that was found with the columns that its words propose; the first row when none was.
RosterOptions options_proposed(const RosterTable& table);

// One fingerprint after the other, 8 bytes each.
std::string fingerprints_of(const std::vector<RosterOutcome>& outcomes);
// Which rows are others than those that were seen; all, when nothing was.
std::vector<bool> rows_moved(
    const std::vector<RosterOutcome>& outcomes, const std::optional<std::string>& seen);
RosterCounts counts_of(const std::vector<RosterOutcome>& outcomes, const std::vector<bool>& moved);

// Refuses with roster.imported or roster.discarded (409): neither goes on.
base::Result<void> may_go_on(const RosterImport& import);

} // namespace xieshang::people
