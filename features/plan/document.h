// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A plan document 计划文件: what was handed in, kept as it was. One of which no plan was made yet
// is an import 导入: work of the office, which no reader sees. Pure.
#pragma once

#include "features/plan/plan.h"
#include "platform/base/actor.h"

#include <string>

namespace xieshang::plan {

// Of an import; a document with a plan stays kept.
enum class DocumentState : std::uint8_t {
    kept,      // 未完成
    discarded, // 已作废: not gone on with, not found by the search, may be restored
};
BOOST_DESCRIBE_ENUM(DocumentState, kept, discarded)

enum class DocumentAction : std::uint8_t { discard, restore };
BOOST_DESCRIBE_ENUM(DocumentAction, discard, restore)

struct Document {
    DocumentId id;
    std::string sha256; // of the bytes; their name in the file store
    std::string file_name;
    std::int64_t size{}; // bytes
    std::string encoding;
    base::Instant uploaded_at_ms;
    std::string uploaded_by;
    std::string uploaded_by_name;
    std::int64_t version{}; // counts its steps; what was handed in never changes
    DocumentState state{};
};
BOOST_DESCRIBE_STRUCT(Document, (),
    (id, sha256, file_name, size, encoding, uploaded_at_ms, uploaded_by, uploaded_by_name, version,
        state))

// One step of a document's life; the version is the one that the step made.
struct DocumentStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    DocumentAction action{};
    DocumentState from_state{};
    DocumentState to_state{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    DocumentStep, (), (version, at_ms, by_id, by_name, action, from_state, to_state, reason))

// Its state as the policies of document_policies.h name it: a name of DocumentState, or "planned"
// once it has a plan.
std::string_view state_name(const Document& document, bool has_plan);

// Refuses with document.discarded (409): what was discarded is restored before it is gone on with.
base::Result<void> may_go_on(const Document& document);

} // namespace xieshang::plan
