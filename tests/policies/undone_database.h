// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A house's database in which nothing stays: each request runs in a transaction that is rolled
// back, so that thousands of them meet the same rows.
#pragma once

#include "platform/db/db.h"

namespace xieshang::policies {

class UndoneDatabase final : public db::Database {
public:
    explicit UndoneDatabase(db::Database& real) : real_(real) {}

    template <class Work>
    auto undone(Work work)
    {
        std::optional<std::invoke_result_t<Work>> result;
        real_.write([&](db::Tx& tx) {
            open_ = &tx;
            try {
                result.emplace(work());
            } catch (...) {
                open_ = nullptr;
                throw;
            }
            open_ = nullptr;
            return false;
        });
        return std::move(*result);
    }

    void write(const std::function<bool(db::Tx&)>& work) override
    {
        open_ != nullptr ? void(work(*open_)) : real_.write(work);
    }
    void look(const std::function<void(db::Tx&)>& work) override
    {
        open_ != nullptr ? work(*open_) : real_.look(work);
    }
    std::string_view engine() const override { return real_.engine(); }

private:
    db::Database& real_;
    db::Tx* open_ = nullptr;
};

} // namespace xieshang::policies
