// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/far_field.h"

#include "platform/analytics/lanes.h"

#include <cmath>
#include <utility>

namespace xieshang::analytics {
namespace {

constexpr int binomial(int n, int k)
{
    return k == 0 || k == n ? 1 : binomial(n - 1, k - 1) + binomial(n - 1, k);
}

// one[one] × other[other] × factor goes to result[to].
struct Product {
    std::size_t to = 0;
    std::size_t one = 0;
    std::size_t other = 0;
    double factor = 0;
};

constexpr std::size_t products = 126; // degree + 4 over 4

using Table = std::array<Product, products>;

// Each (a, b) with each (i, j) that is part of it, made into a product.
template <class Make>
constexpr Table table_of(Make make)
{
    Table table{};
    std::size_t at = 0;
    for (int a = 0; a <= far_degree; ++a) {
        for (int b = 0; a + b <= far_degree; ++b) {
            for (int i = 0; i <= a; ++i) {
                for (int j = 0; j <= b; ++j) {
                    table[at++] = make(a, b, i, j);
                }
            }
        }
    }
    return table;
}

constexpr auto far_table = table_of([](int a, int b, int i, int j) {
    const int sign = (i + j) % 2 == 0 ? 1 : -1;
    return Product{term_of(i, j), term_of(a, b), term_of(a - i, b - j),
        static_cast<double>(sign * binomial(a, i) * binomial(b, j))};
});

constexpr auto move_table = table_of([](int a, int b, int i, int j) {
    return Product{term_of(a, b), term_of(a - i, b - j), term_of(i, j),
        static_cast<double>(binomial(a, i) * binomial(b, j))};
});

// Written out by the compiler, product by product.
template <const Table& table, std::size_t... i>
Powers all_products(const Powers& one, const Powers& other, std::index_sequence<i...>)
{
    Powers result{};
    ((result[table[i].to] += one[table[i].one] * other[table[i].other] * table[i].factor), ...);
    return result;
}

// The products of f with itself that reach a term, without those that hold the term itself.
template <std::size_t degree, std::size_t of_y>
double inner_products(const Powers& f)
{
    constexpr int a = static_cast<int>(degree - of_y);
    constexpr int b = static_cast<int>(of_y);
    double sum = 0;
    for (int i = 0; i <= a; ++i) {
        for (int j = 0; j <= b; ++j) {
            if (i + j > 0 && i + j < static_cast<int>(degree)) {
                sum += f[term_of(i, j)] * f[term_of(a - i, b - j)];
            }
        }
    }
    return sum;
}

template <std::size_t degree, std::size_t... of_y>
void add_degree(const Powers& square, double half, Powers& f, std::index_sequence<of_y...>)
{
    constexpr auto first = degree * (degree + 1) / 2;
    ((f[first + of_y] = (square[first + of_y] - inner_products<degree, of_y>(f)) * half), ...);
}

template <std::size_t... before>
void add_degrees(const Powers& square, double half, Powers& f, std::index_sequence<before...>)
{
    (add_degree<before + 1>(square, half, f, std::make_index_sequence<before + 2>{}), ...);
}

} // namespace

Powers powers_of(double x, double y)
{
    Powers powers;
    powers[0] = 1;
    for (int degree = 1; degree <= far_degree; ++degree) {
        for (int of_y = 0; of_y < degree; ++of_y) {
            powers[term_of(degree - of_y, of_y)] = powers[term_of(degree - of_y - 1, of_y)] * x;
        }
        powers[term_of(0, degree)] = powers[term_of(0, degree - 1)] * y;
    }
    return powers;
}

// f² = |between|² + 2 between · w + |w|² determines the coefficients of f one after another.
Powers far_coefficients(Point between)
{
    Powers square{};
    square[term_of(0, 0)] = between.x * between.x + between.y * between.y;
    square[term_of(1, 0)] = 2 * between.x;
    square[term_of(0, 1)] = 2 * between.y;
    square[term_of(2, 0)] = 1;
    square[term_of(0, 2)] = 1;
    Powers f{};
    f[0] = std::sqrt(square[0]);
    add_degrees(square, 0.5 / f[0], f, std::make_index_sequence<far_degree>{});
    return f;
}

Powers far_away(const Powers& coefficients, const Powers& moments)
{
    return all_products<far_table>(coefficients, moments, std::make_index_sequence<products>{});
}

Powers moved(const Powers& moments, Point by)
{
    return all_products<move_table>(
        powers_of(by.x, by.y), moments, std::make_index_sequence<products>{});
}

void FarCells::clear(std::size_t cells)
{
    width_ = (cells + 7) / 8 * 8;
    terms_.assign(far_terms * width_, 0);
}

void FarCells::add(std::size_t cell, const Powers& polynomial)
{
    for (std::size_t term = 0; term < far_terms; ++term) {
        terms_[term * width_ + cell] += polynomial[term];
    }
}

namespace {

EACH_CPU void add_up(const double* terms, std::size_t width, const double* powers, double* sums)
{
    for (std::size_t cell = 0; cell < width; cell += 8) {
        EightDoubles value = {};
        for (std::size_t term = 0; term < far_terms; ++term) {
            EightDoubles factors;
            std::memcpy(&factors, terms + term * width + cell, sizeof factors);
            value += factors * powers[term];
        }
        std::memcpy(sums + cell, &value, sizeof value);
    }
}

} // namespace

void FarCells::values(const Powers& powers, double* sums) const
{
    add_up(terms_.data(), width_, powers.data(), sums);
}

double far_error(double between, double z)
{
    const double square = z * z;
    return between * square * square * square / ((far_degree + 1) * (1 - z));
}

} // namespace xieshang::analytics
