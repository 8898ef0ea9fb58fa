// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/sqlite_tokenizer.h"

#include "platform/folding/folding.h"
#include "platform/folding/grams.h"

#include <new>
#include <string_view>

namespace xieshang::db::sqlite {
namespace {

using Token = int (*)(void*, int, const char*, int, int, int);

int make(void*, const char**, int, Fts5Tokenizer** made)
{
    static char stateless = 0;
    *made = reinterpret_cast<Fts5Tokenizer*>(&stateless);
    return SQLITE_OK;
}

void forget(Fts5Tokenizer*) {}

// Places within the text are not kept (detail=none), so all tokens may say 0.
int tokenize(
    Fts5Tokenizer*, void* context, int flags, const char* bytes, int size, const Token token)
try {
    const std::string_view text(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(size));
    int code = SQLITE_OK;
    const auto give = [&](std::string_view gram) {
        code = token(context, 0, gram.data(), static_cast<int>(gram.size()), 0, 0);
        return code == SQLITE_OK;
    };
    if ((flags & FTS5_TOKENIZE_QUERY) != 0) {
        give(text);
    } else {
        folding::for_each_gram(folding::folded(folding::decoded(text)), give);
    }
    return code;
} catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
}

fts5_api* api_of(sqlite3* connection)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

bool add_gram_tokenizer(sqlite3* connection)
{
    fts5_api* api = api_of(connection);
    fts5_tokenizer grams{make, forget, tokenize};
    return api != nullptr
        && api->xCreateTokenizer(api, "grams", nullptr, &grams, nullptr) == SQLITE_OK;
}

} // namespace xieshang::db::sqlite
