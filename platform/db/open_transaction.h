// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which transaction the present thread has open, so that a call inside a call neither waits for
// itself nor takes a second connection from the pool. For the engines only.
#pragma once

#include "platform/db/db.h"

namespace xieshang::db {

class OpenTransaction {
public:
    OpenTransaction(const Database& database, Tx& tx)
        : database_(database), tx_(tx), outer_(innermost)
    {
        innermost = this;
    }
    ~OpenTransaction() { innermost = outer_; }
    OpenTransaction(const OpenTransaction&) = delete;
    OpenTransaction& operator=(const OpenTransaction&) = delete;

    // The transaction that this thread has open on the database, or null.
    static Tx* of(const Database& database)
    {
        for (const OpenTransaction* open = innermost; open != nullptr; open = open->outer_) {
            if (&open->database_ == &database) {
                return &open->tx_;
            }
        }
        return nullptr;
    }

    // Throws std::logic_error where write() would wait for itself.
    static void refuse_write_inside(const Database& database)
    {
        if (of(database) != nullptr) {
            throw std::logic_error(
                "write() inside a transaction of the same thread: pass the Tx on, or use Joined");
        }
    }

private:
    static thread_local inline const OpenTransaction* innermost = nullptr;

    const Database& database_;
    Tx& tx_;
    const OpenTransaction* outer_;
};

} // namespace xieshang::db
