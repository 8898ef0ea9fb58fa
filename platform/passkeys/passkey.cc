// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/passkeys/passkey.h"

#include "platform/crypto/crypto.h"
#include "platform/json/sameness.h"
#include "platform/passkeys/cbor_shape.h"
#include "platform/passkeys/cose_key.h"

#include <fido.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace xieshang::passkeys {
namespace {

struct FreeFido {
    void operator()(fido_cred_t* made) const { fido_cred_free(&made); }
    void operator()(fido_assert_t* answer) const { fido_assert_free(&answer); }
};
using Credential = std::unique_ptr<fido_cred_t, FreeFido>;
using Assertion = std::unique_ptr<fido_assert_t, FreeFido>;

constexpr std::size_t head_size = 37; // digest of the RP id, flags, counter
constexpr unsigned char present = 1;
constexpr unsigned char verified = 4;
constexpr unsigned char with_credential = 64;

bool has_repeated(const json::Node& node) // two readers could understand it differently
{
    return std::any_of(
        &node, &node + node.span, [](const json::Node& one) { return one.repeated; });
}

std::optional<Flaw> flaw_of_client_data(
    std::string_view text, std::string_view type, const Expected& expected)
{
    const auto document = json::Document::parse(text.substr(0, client_data_most));
    if (text.size() > client_data_most || !document || document->root().kind != json::Kind::object
        || has_repeated(document->root())) {
        return Flaw::bad_client_data;
    }
    const auto says = [&](std::string_view name, std::string_view word) {
        const auto* node = json::member_of(document->root(), name);
        return node != nullptr && node->kind == json::Kind::string && node->text == word;
    };
    const auto* crossed = json::member_of(document->root(), "crossOrigin");
    if (!says("type", type)) {
        return Flaw::wrong_type;
    }
    if (!says("challenge", expected.challenge)) {
        return Flaw::wrong_challenge;
    }
    const bool framed =
        crossed != nullptr && (crossed->kind != json::Kind::boolean || crossed->boolean);
    return !says("origin", expected.origin) || framed ? std::optional(Flaw::wrong_origin)
                                                      : std::nullopt;
}

// Web Authentication §6.1, §6.5.1: AAGUID, size of the id, id; what follows is CBOR.
std::string_view cbor_in(std::string_view data)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(data[i]); };
    constexpr std::size_t id_begins = head_size + 16 + 2;
    if ((byte(32) & with_credential) == 0 || data.size() < id_begins) {
        return data.substr(head_size);
    }
    const std::size_t id = byte(id_begins - 2) << 8U | byte(id_begins - 1);
    return data.substr(std::min(data.size(), id_begins + id));
}

// What libfido2 looks at, too, but answers with one code.
std::optional<Flaw> flaw_of_head(std::string_view data, const Expected& expected)
{
    if (data.size() < head_size || data.size() > authenticator_data_most) {
        return Flaw::bad_authenticator_data;
    }
    if (data.substr(0, 32) != crypto::sha256(expected.site)) {
        return Flaw::wrong_site;
    }
    const auto flags = static_cast<unsigned char>(data[32]);
    if ((flags & present) == 0) {
        return Flaw::not_present;
    }
    if ((flags & verified) == 0) {
        return Flaw::not_verified;
    }
    return holds_what_it_declares(cbor_in(data)) ? std::nullopt
                                                 : std::optional(Flaw::bad_authenticator_data);
}

bool is_ready()
{
    static const bool ready = (fido_init(0), true);
    return ready;
}

std::string bytes_of(const unsigned char* bytes, std::size_t size)
{
    return bytes == nullptr ? std::string()
                            : std::string(reinterpret_cast<const char*>(bytes), size);
}

std::optional<Made> read_as(int algorithm, std::string_view data)
{
    const Credential made(is_ready() ? fido_cred_new() : nullptr);
    if (!made || fido_cred_set_type(made.get(), algorithm) != FIDO_OK
        || fido_cred_set_authdata_raw(made.get(), octets(data), data.size()) != FIDO_OK) {
        return std::nullopt;
    }
    Made read{bytes_of(fido_cred_id_ptr(made.get()), fido_cred_id_len(made.get())),
        {algorithm, bytes_of(fido_cred_pubkey_ptr(made.get()), fido_cred_pubkey_len(made.get()))},
        fido_cred_sigcount(made.get())};
    const bool usable = !read.credential_id.empty()
        && read.credential_id.size() <= credential_id_most && is_usable(read.key);
    return usable ? std::optional(std::move(read)) : std::nullopt;
}

bool is_signed(const Answer& answer, const Key& key, const Expected& expected)
{
    const Assertion assertion(is_ready() ? fido_assert_new() : nullptr);
    auto* one = assertion.get();
    return one != nullptr && fido_assert_set_count(one, 1) == FIDO_OK
        && fido_assert_set_rp(one, expected.site.c_str()) == FIDO_OK
        && fido_assert_set_clientdata(one, octets(answer.client_data), answer.client_data.size())
        == FIDO_OK
        && fido_assert_set_authdata_raw(
               one, 0, octets(answer.authenticator_data), answer.authenticator_data.size())
        == FIDO_OK
        && fido_assert_set_sig(one, 0, octets(answer.signature), answer.signature.size()) == FIDO_OK
        && fido_assert_set_up(one, FIDO_OPT_TRUE) == FIDO_OK
        && fido_assert_set_uv(one, FIDO_OPT_TRUE) == FIDO_OK
        && with_key(key, [&](const void* parsed) {
               return fido_assert_verify(one, 0, key.algorithm, parsed) == FIDO_OK;
           });
}

} // namespace

std::string challenge_in(std::string_view client_data)
{
    const auto document = json::Document::parse(client_data.substr(0, client_data_most));
    const auto* node = document && document->root().kind == json::Kind::object
        ? json::member_of(document->root(), "challenge")
        : nullptr;
    return node != nullptr && node->kind == json::Kind::string ? std::string(node->text) : "";
}

tl::expected<Made, Flaw> made_by(
    std::string_view client_data, std::string_view authenticator_data, const Expected& expected)
{
    if (const auto flaw = flaw_of_client_data(client_data, "webauthn.create", expected)) {
        return tl::unexpected(*flaw);
    }
    if (const auto flaw = flaw_of_head(authenticator_data, expected)) {
        return tl::unexpected(*flaw);
    }
    if ((static_cast<unsigned char>(authenticator_data[32]) & with_credential) == 0) {
        return tl::unexpected(Flaw::bad_authenticator_data);
    }
    for (const int algorithm : {COSE_ES256, COSE_EDDSA, COSE_RS256}) {
        if (auto made = read_as(algorithm, authenticator_data)) {
            return std::move(*made);
        }
    }
    return tl::unexpected(Flaw::foreign_algorithm);
}

tl::expected<std::uint32_t, Flaw> verify(
    const Answer& answer, const Key& key, std::uint32_t counter, const Expected& expected)
{
    if (const auto flaw = flaw_of_client_data(answer.client_data, "webauthn.get", expected)) {
        return tl::unexpected(*flaw);
    }
    if (const auto flaw = flaw_of_head(answer.authenticator_data, expected)) {
        return tl::unexpected(*flaw);
    }
    if (!is_signed(answer, key, expected)) {
        return tl::unexpected(Flaw::bad_signature);
    }
    std::uint32_t counted = 0;
    for (std::size_t i = 33; i < head_size; ++i) {
        counted = counted << 8U | static_cast<unsigned char>(answer.authenticator_data[i]);
    }
    if ((counted != 0 || counter != 0) && counted <= counter) {
        return tl::unexpected(Flaw::counted_back);
    }
    return counted;
}

} // namespace xieshang::passkeys
