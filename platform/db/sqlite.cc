// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/file_lock.h"
#include "platform/db/open_transaction.h"
#include "platform/db/sqlite_writer.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace xieshang::db {

namespace {

using sqlite::Connection;
using sqlite::ConnectionTx;

// The rest of the world cannot read it; SQLite gives its log the same mode.
void make_private_file(const std::string& path)
{
    if (const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        descriptor >= 0) {
        close(descriptor);
    }
}

class Readers {
public:
    Readers(const std::string& path, int count)
    {
        for (int made = 0; made < std::max(count, 1); ++made) {
            idle_.push_back(std::make_unique<Connection>(path, sqlite::Role::reader, true));
        }
    }

    std::unique_ptr<Connection> take()
    {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [this] { return !idle_.empty(); });
        auto connection = std::move(idle_.back()); // the last used: its pages are warm
        idle_.pop_back();
        return connection;
    }

    void give_back(std::unique_ptr<Connection> connection)
    {
        {
            const std::lock_guard lock(mutex_);
            idle_.push_back(std::move(connection));
        }
        returned_.notify_one();
    }

private:
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

// A reader and its transaction, from BEGIN to COMMIT.
class View {
public:
    explicit View(Readers& readers) : readers_(readers), connection_(readers.take())
    {
        try {
            connection_->execute("BEGIN");
        } catch (...) {
            readers_.give_back(std::move(connection_));
            throw;
        }
    }
    ~View()
    {
        try {
            if (connection_->in_transaction()) {
                connection_->execute(
                    "COMMIT"); // nothing was written; this only lets go of the view
            }
        } catch (
            const Failure&) { // NOLINT(bugprone-empty-catch): the next BEGIN reports what is wrong
        }
        readers_.give_back(std::move(connection_));
    }
    View(const View&) = delete;
    View& operator=(const View&) = delete;

    Connection& connection() { return *connection_; }

private:
    Readers& readers_;
    std::unique_ptr<Connection> connection_;
};

void look_with(Readers& readers, const Database& owner, const std::function<void(Tx&)>& work)
{
    View view(readers);
    ConnectionTx tx(view.connection());
    const OpenTransaction open(owner, tx);
    work(tx);
}

class Sqlite final : public Database {
public:
    explicit Sqlite(const SqliteOptions& options)
        : lock_(options.path + ".lock"),
          writer_((make_private_file(options.path), *this), options.path, options.synchronous),
          readers_(options.path, options.readers)
    {
    }

    void write(const std::function<bool(Tx&)>& work) override
    {
        OpenTransaction::refuse_write_inside(*this);
        writer_.write(work);
    }

    void look(const std::function<void(Tx&)>& work) override
    {
        if (Tx* open = OpenTransaction::of(*this)) {
            work(*open);
            return;
        }
        look_with(readers_, *this, work);
    }

    std::string_view engine() const override { return "sqlite"; }
    WriteStatistics write_statistics() const override { return writer_.statistics(); }
    std::optional<std::int64_t> generation() const override { return writer_.generation(); }

private:
    FileLock lock_;
    sqlite::Writer writer_; // before the readers: it makes the file and repairs its log
    Readers readers_;       // gone before the writer, whose end empties the log
};

class SqliteToLook final : public Database {
public:
    explicit SqliteToLook(const std::string& path) : readers_(path, 1) {}

    void write(const std::function<bool(Tx&)>&) override
    {
        throw std::logic_error("this database was opened to look at");
    }

    void look(const std::function<void(Tx&)>& work) override
    {
        if (Tx* open = OpenTransaction::of(*this)) {
            work(*open);
            return;
        }
        look_with(readers_, *this, work);
    }

    std::string_view engine() const override { return "sqlite"; }

private:
    Readers readers_;
};

} // namespace

std::unique_ptr<Database> open_sqlite(const SqliteOptions& options)
{
    return std::make_unique<Sqlite>(options);
}

std::unique_ptr<Database> open_sqlite_to_look(const std::string& path)
{
    return std::make_unique<SqliteToLook>(path);
}

} // namespace xieshang::db
