// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which ten of 100,000 made-up texts are most alike to one: a whole suggestion, one that a text in
// the index is made from, and a title while it is typed. Held against comparing every text, which
// must find the same; the ratio is of processor time. Usage: alike_texts [TEXTS]; prints JSON.
#include "platform/analytics/asked_text.h"
#include "platform/analytics/likeness.h"
#include "platform/analytics/lots.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <sys/resource.h>
#include <time.h>
#include <vector>

namespace {

using namespace xieshang;
using Clock = std::chrono::steady_clock;

constexpr std::size_t title_size = 20;
constexpr std::size_t body_size = 200;
constexpr std::size_t questions = 60; // of each kind
constexpr analytics::AlikeQuestion ten{.most = 10, .least_score = 0};
constexpr analytics::AlikeQuestion usual{}; // as the program asks: ten that are alike enough

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

// What this thread had of a processor.
double processor_ms()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double peak_megabytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Text {
    std::u32string title;
    std::u32string body;

    analytics::FoldedText view() const { return {title, body}; }
};

// Words of one to four characters, as frequent as words are (Zipf), with a comma now and then.
class Writer {
public:
    explicit Writer(std::uint64_t seed) : lots_(seed)
    {
        for (std::size_t i = 0; i < 12'000; ++i) {
            std::u32string word;
            const auto size = lots_.below(10) == 0 ? 1U : lots_.below(4) == 0 ? 4U : 2U;
            while (word.size() < size) {
                word += static_cast<char32_t>(0x4E00 + ranked(3'500, 30));
            }
            words_.push_back(word);
        }
    }

    std::u32string written(std::size_t size)
    {
        std::u32string text;
        while (text.size() < size) {
            text += lots_.below(8) == 0 ? U"," : words_[ranked(words_.size(), 20)];
        }
        text.resize(size);
        return text;
    }

    Text text() { return {written(title_size), written(body_size)}; }

    // With a third of the sentences written anew.
    Text reworded(Text text)
    {
        text.title.replace(0, 8, written(8));
        text.body.replace(lots_.below(120), 70, written(70));
        return text;
    }

    analytics::Lots& lots() { return lots_; }

private:
    // 0 to size, the first the most frequent: 1 ÷ (rank + flat).
    std::size_t ranked(std::size_t size, double flat)
    {
        const auto count = static_cast<double>(size);
        const double rank = flat * (std::pow((count + flat) / flat, lots_.fraction()) - 1);
        return std::min(size - 1, static_cast<std::size_t>(rank));
    }

    analytics::Lots lots_;
    std::vector<std::u32string> words_;
};

// Every text is compared with what is asked; what each weighs is known before.
class EveryText {
public:
    EveryText(const analytics::LikenessIndex& index, const std::vector<Text>& texts)
        : index_(index), texts_(texts)
    {
        for (const auto& text : texts) {
            weights_.push_back(analytics::AskedText(index, text.view()).weight());
            levels_.push_back(analytics::level(analytics::counted(text.view()).length));
        }
    }

    std::vector<analytics::Alike> most_alike(const Text& text) const
    {
        const analytics::AskedText asked(index_, text.view());
        std::vector<analytics::Alike> found;
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const auto shared = asked.shared(asked.counts_in(texts_[i].view()), levels_[i]);
            found.push_back({i, analytics::likeness_of(shared, asked.weight(), weights_[i])});
        }
        std::partial_sort(
            found.begin(), found.begin() + 10, found.end(), [](const auto& one, const auto& other) {
                return one.likeness.score != other.likeness.score
                    ? one.likeness.score > other.likeness.score
                    : one.number < other.number;
            });
        found.resize(10);
        std::erase_if(found, [](const auto& alike) { return alike.likeness.score <= 0; });
        return found;
    }

private:
    const analytics::LikenessIndex& index_;
    const std::vector<Text>& texts_;
    std::vector<analytics::TextWeight> weights_;
    std::vector<unsigned> levels_;
};

struct Times {
    std::vector<double> ours; // without a threshold
    std::vector<double> usual;
    std::vector<double> processor;
    std::vector<double> every;

    static double at(std::vector<double> times, double share)
    {
        std::sort(times.begin(), times.end());
        return times[static_cast<std::size_t>(static_cast<double>(times.size() - 1) * share)];
    }
    std::string json() const
    {
        const double median = at(ours, 0.5);
        const double peer = at(every, 0.5);
        return fmt::format(
            "{{\"median\":{:.3f},\"p95\":{:.3f},\"most\":{:.3f},\"processor\":{:.3f},"
            "\"every_text\":{:.1f},\"ratio\":{:.0f},\"usual\":{:.3f},\"usual_p95\":{:.3f}}}",
            median, at(ours, 0.95), at(ours, 1), at(processor, 0.5), peer,
            peer / at(processor, 0.5), at(usual, 0.5), at(usual, 0.95));
    }
};

std::vector<analytics::Alike> alike_enough(std::vector<analytics::Alike> found)
{
    std::erase_if(
        found, [](const auto& alike) { return alike.likeness.score < usual.least_score; });
    return found;
}

// The peer, a hundred times slower, is asked every tenth question.
template <class Ask>
Times asked(const analytics::LikenessIndex& index, const EveryText& every, Ask ask)
{
    Times times;
    for (std::size_t i = 0; i < questions; ++i) {
        const Text text = ask();
        const auto begin = Clock::now();
        const auto processor_begin = processor_ms();
        const auto found = index.most_alike(text.view(), ten);
        times.processor.push_back(processor_ms() - processor_begin);
        times.ours.push_back(milliseconds(Clock::now() - begin));
        const auto usual_begin = Clock::now();
        const auto enough = index.most_alike(text.view(), usual);
        times.usual.push_back(milliseconds(Clock::now() - usual_begin));
        if (enough != alike_enough(found)) {
            throw std::runtime_error("a threshold changes what is above it");
        }
        if (i % 10 == 0) {
            const auto peer_begin = processor_ms();
            const auto same = every.most_alike(text);
            times.every.push_back(processor_ms() - peer_begin);
            if (found != same) {
                throw std::runtime_error("comparing every text finds others");
            }
        }
    }
    return times;
}

// Texts in place of others.
Times changed(analytics::LikenessIndex& index, Writer& writer)
{
    Times times;
    for (std::size_t i = 0; i < questions; ++i) {
        const auto number = writer.lots().below(index.size());
        const auto text = writer.text();
        const auto begin = Clock::now();
        index.put(number, text.view());
        times.ours.push_back(milliseconds(Clock::now() - begin));
    }
    return times;
}

} // namespace

int main(int count, char** words)
{
    const auto size = static_cast<std::size_t>(count > 1 ? std::stoul(words[1]) : 100'000);
    Writer writer(1);
    std::vector<Text> texts;
    while (texts.size() < size) {
        texts.push_back(writer.text());
    }
    const double before_mb = peak_megabytes();
    const auto begin = Clock::now();
    analytics::LikenessIndex index;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        index.put(i, texts[i].view());
    }
    const double filled_ms = milliseconds(Clock::now() - begin);
    const double index_mb = peak_megabytes() - before_mb;
    const EveryText every(index, texts);
    const auto whole = asked(index, every, [&] { return writer.text(); });
    const auto reworded = asked(
        index, every, [&] { return writer.reworded(texts[writer.lots().below(texts.size())]); });
    const auto typed = asked(index, every, [&] {
        return Text{writer.written(1 + writer.lots().below(title_size)), U""};
    });
    const auto put = changed(index, writer);
    fmt::print("{{\"texts\":{},\"whole\":{},\"reworded\":{},\"typed\":{},\"put_ms\":{:.3f},"
               "\"put_most_ms\":{:.3f},\"filled_ms\":{:.0f},\"index_mb\":{:.0f}}}\n",
        texts.size(), whole.json(), reworded.json(), typed.json(), Times::at(put.ours, 0.5),
        Times::at(put.ours, 1), filled_ms, index_mb);
}
