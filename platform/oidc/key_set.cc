// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/key_set.h"

#include "platform/crypto/base64url.h"
#include "platform/oidc/foreign_json.h"
#include "platform/oidc/public_key.h"

namespace xieshang::oidc {

class Key {
public:
    std::optional<std::string> kid;
    std::optional<Algorithm> only_for; // "alg" of the key, when it says one
    KeyKind kind{};
    PublicKey material;

    bool serves(Algorithm algorithm) const
    {
        return kind == kind_for(algorithm) && (!only_for || *only_for == algorithm);
    }
};

namespace {

using json::Kind;
using json::Node;

bool is_for_signatures(const Node& jwk)
{
    const auto* use = json::member_of(jwk, "use");
    const auto* operations = json::member_of(jwk, "key_ops");
    return (use == nullptr || is_text(use, "sig"))
        && (operations == nullptr || lists(*operations, "verify"));
}

PublicKey material_of(const Node& jwk, KeyKind kind)
{
    const auto bytes = [&](std::string_view name) {
        return crypto::from_base64url(text_of(jwk, name)).value_or("");
    };
    switch (kind) {
    case KeyKind::rsa:
        return rsa_key(bytes("n"), bytes("e"));
    case KeyKind::p256:
        return p256_key(bytes("x"), bytes("y"));
    case KeyKind::ed25519:
        return ed25519_key(bytes("x"));
    }
    return {};
}

std::optional<KeyKind> kind_of(const Node& jwk)
{
    const auto type = text_of(jwk, "kty");
    const auto curve = text_of(jwk, "crv");
    if (type == "RSA") {
        return KeyKind::rsa;
    }
    if (type == "EC" && curve == "P-256") {
        return KeyKind::p256;
    }
    if (type == "OKP" && curve == "Ed25519") {
        return KeyKind::ed25519;
    }
    return std::nullopt;
}

std::shared_ptr<const Key> key_of(const Node& jwk)
{
    if (jwk.kind != Kind::object || has_repeated(jwk) || !is_for_signatures(jwk)) {
        return nullptr;
    }
    const auto kind = kind_of(jwk);
    if (!kind) {
        return nullptr;
    }
    auto key = std::make_shared<Key>();
    key->kind = *kind;
    if (const auto* alg = json::member_of(jwk, "alg")) {
        key->only_for = algorithm_named(alg->text);
        if (!key->only_for || kind_for(*key->only_for) != *kind) {
            return nullptr;
        }
    }
    if (json::member_of(jwk, "kid") != nullptr) {
        key->kid = std::string(text_of(jwk, "kid"));
    }
    key->material = material_of(jwk, *kind);
    return key->material ? key : nullptr;
}

} // namespace

std::optional<Algorithm> algorithm_named(std::string_view name)
{
    Algorithm found{};
    return boost::describe::enum_from_string(std::string(name).c_str(), found)
            && name.find('\0') == name.npos
        ? std::optional(found)
        : std::nullopt;
}

std::optional<KeySet> KeySet::read(std::string_view json)
{
    if (json.size() > keys_bytes_most) {
        return std::nullopt;
    }
    const auto document = json::Document::parse(json);
    if (!document || document->root().kind != Kind::object || has_repeated(document->root())) {
        return std::nullopt;
    }
    const auto* list = json::member_of(document->root(), "keys");
    if (list == nullptr || list->kind != Kind::array || list->size > keys_most) {
        return std::nullopt;
    }
    KeySet set;
    for (const Node& jwk : *list) {
        if (auto key = key_of(jwk)) {
            set.keys_.push_back(std::move(key));
        }
    }
    return set;
}

const Key* KeySet::key_for(Algorithm algorithm, const std::optional<std::string>& kid) const
{
    const Key* found = nullptr;
    for (const auto& key : keys_) {
        if (key->serves(algorithm) && (!kid || key->kid == kid)) {
            if (found != nullptr) {
                return nullptr;
            }
            found = key.get();
        }
    }
    return found;
}

bool KeySet::has(Algorithm algorithm, const std::optional<std::string>& kid) const
{
    return key_for(algorithm, kid) != nullptr;
}

bool KeySet::verifies(Algorithm algorithm, const std::optional<std::string>& kid,
    std::string_view message, std::string_view signature) const
{
    const auto* key = key_for(algorithm, kid);
    return key != nullptr && signed_by(key->material, algorithm, message, signature);
}

} // namespace xieshang::oidc
