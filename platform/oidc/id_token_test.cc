// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/id_token.h"

#include "platform/oidc/forged_tokens_test.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <vector>

namespace xieshang::oidc {
namespace {

constexpr base::Instant now{1'700'000'000'000};
const std::string issuer = "https://id.example";

const KeySet& keys()
{
    static const auto read = KeySet::read(keyring().jwks());
    return *read;
}

Expected expected() { return {issuer, "xieshang", "n-1", "at-1", "sub", "preferred_username"}; }

using Claims = std::vector<std::pair<std::string, std::string>>; // name, JSON

Claims good()
{
    return {{"iss", "\"https://id.example\""}, {"sub", "\"u1\""}, {"aud", "\"xieshang\""},
        {"exp", "1700000300"}, {"iat", "1700000000"}, {"nonce", "\"n-1\""},
        {"preferred_username", "\"wang\""}};
}

std::string written(const Claims& claims)
{
    std::string text = "{";
    for (const auto& [name, value] : claims) {
        text += (text.size() > 1 ? ",\"" : "\"") + name + "\":" + value;
    }
    return text + "}";
}

// The good claims with one changed, added, or (empty) left out.
std::string with(const std::string& name, const std::string& value)
{
    auto claims = good();
    std::erase_if(claims, [&](const auto& claim) { return claim.first == name; });
    if (!value.empty()) {
        claims.emplace_back(name, value);
    }
    return written(claims);
}

std::string token(const std::string& claims)
{
    return token_of(keyring().rsa, "RS256", "r", claims);
}

std::string verdict(std::string_view text, const Expected& wanted = expected())
{
    const auto identity = verify(text, keys(), wanted, now);
    return identity ? "believed" : boost::describe::enum_to_string(identity.error(), "?");
}

std::string with_header(const std::string& header)
{
    const auto text = signed_text(header, written(good()));
    return text + "." + crypto::base64url(signature_by(keyring().rsa, "RS256", text));
}

TEST(IdToken, OfEachAllowedAlgorithmIsBelieved)
{
    const auto claims = written(good());
    EXPECT_EQ(verdict(token_of(keyring().rsa, "RS256", "r", claims)), "believed");
    EXPECT_EQ(verdict(token_of(keyring().rsa, "PS256", "r", claims)), "believed");
    EXPECT_EQ(verdict(token_of(keyring().ec, "ES256", "e", claims)), "believed");
    EXPECT_EQ(verdict(token_of(keyring().edwards, "EdDSA", "d", claims)), "believed");
    const auto identity = verify(token(claims), keys(), expected(), now);
    EXPECT_EQ(*identity, (Identity{"u1", "wang"}));
}

struct Forged {
    std::string claim;
    std::string value; // empty: left out
    std::string flaw;
};

TEST(IdToken, WithAClaimThatDoesNotFitIsRefused)
{
    const std::vector<Forged> all{
        {"iss", "\"https://id.example/\"", "wrong_issuer"},
        {"iss", "\"https://ID.example\"", "wrong_issuer"},
        {"iss", "\"http://id.example\"", "wrong_issuer"},
        {"iss", "[\"https://id.example\"]", "wrong_issuer"},
        {"iss", "", "wrong_issuer"},
        {"aud", "\"another\"", "wrong_audience"},
        {"aud", "\"Xieshang\"", "wrong_audience"},
        {"aud", "\"\"", "wrong_audience"},
        {"aud", "[]", "wrong_audience"},
        {"aud", "[\"another\"]", "wrong_audience"},
        {"aud", "[\"xieshang\",\"another\"]", "wrong_audience"},
        {"aud", "[\"xieshang\",7]", "wrong_audience"},
        {"aud", "{\"xieshang\":true}", "wrong_audience"},
        {"aud", "", "wrong_audience"},
        {"azp", "\"another\"", "wrong_audience"},
        {"azp", "null", "wrong_audience"},
        {"exp", "1699999940", "expired"},
        {"exp", "1", "expired"},
        {"exp", "-1", "no_expiry"},
        {"exp", "\"1700000300\"", "no_expiry"},
        {"exp", "1e300", "no_expiry"},
        {"exp", "null", "no_expiry"},
        {"exp", "", "no_expiry"},
        {"iat", "1700000061", "issued_later"},
        {"iat", "true", "no_issue_time"},
        {"iat", "", "no_issue_time"},
        {"nbf", "1700000061", "not_yet_valid"},
        {"nbf", "\"0\"", "not_yet_valid"},
        {"nonce", "\"n-2\"", "wrong_nonce"},
        {"nonce", "\"n-1 \"", "wrong_nonce"},
        {"nonce", "\"\"", "wrong_nonce"},
        {"nonce", "", "wrong_nonce"},
        {"at_hash", "\"bm9uZQ\"", "wrong_access_token"},
        {"at_hash", "\"\"", "wrong_access_token"},
        {"at_hash", "1", "wrong_access_token"},
        {"sub", "\"\"", "bad_subject"},
        {"sub", "17", "bad_subject"},
        {"sub", "\"u\\u0000\"", "bad_subject"},
        {"sub", "\"" + std::string(256, 'u') + "\"", "bad_subject"},
        {"sub", "", "bad_subject"},
    };
    for (const auto& [claim, value, flaw] : all) {
        EXPECT_EQ(verdict(token(with(claim, value))), flaw) << claim << " = " << value;
    }
}

TEST(IdToken, MayDifferWhereTheStandardAllows)
{
    for (const auto& claims :
        {with("aud", "[\"xieshang\"]"), with("exp", "1699999941"), with("iat", "1700000060"),
            with("nbf", "1700000060"), with("iat", "1699999999.5"), with("azp", "\"xieshang\""),
            with("at_hash", "\"" + crypto::base64url(crypto::sha256("at-1").substr(0, 16)) + "\""),
            with("other", "{\"a\":[1,2]}")}) {
        EXPECT_EQ(verdict(token(claims)), "believed") << claims;
    }
    auto claims = good();
    claims[2].second = "[\"another\",\"xieshang\"]";
    claims.emplace_back("azp", "\"xieshang\"");
    EXPECT_EQ(verdict(token(written(claims))), "believed");
}

TEST(IdToken, OfNoOrAnotherAlgorithmIsRefusedInEverySpelling)
{
    for (const auto* alg : {"none", "None", "NONE", "nOnE", "", " none", "none ", "HS256", "HS384",
             "HS512", "hs256", "RS1", "RS384", "RS512", "rs256", "RS256 ", "PS512", "ES384",
             "ES256K", "eddsa", "dir"}) {
        const auto header = std::string(R"({"alg":")") + alg + R"(","kid":"r"})";
        EXPECT_EQ(verdict(with_header(header)), "bad_algorithm") << alg;
        const auto bare = signed_text(header, written(good())) + ".";
        EXPECT_EQ(verdict(bare), "bad_algorithm") << alg;
    }
    for (const auto* header : {R"({"kid":"r"})", R"({"alg":null})", R"({"alg":["RS256"]})",
             R"({"alg":256,"kid":"r"})", R"({"alg":"RS256\u0000","kid":"r"})"}) {
        EXPECT_EQ(verdict(with_header(header)), "bad_algorithm") << header;
    }
}

TEST(IdToken, SignedWithThePublicKeyAsASecretIsRefused)
{
    const auto text = signed_text(R"({"alg":"HS256","kid":"r"})", written(good()));
    for (const auto& secret : {keyring().jwks(), jwk_of(keyring().rsa, R"("kid":"r","use":"sig")"),
             number_in(keyring().rsa, OSSL_PKEY_PARAM_RSA_N)}) {
        const auto forged = text + "." + crypto::base64url(hmac_sha256(secret, text));
        EXPECT_EQ(verdict(forged), "bad_algorithm");
    }
    const auto as_rsa = signed_text(R"({"alg":"RS256","kid":"r"})", written(good()));
    EXPECT_EQ(verdict(as_rsa + "." + crypto::base64url(hmac_sha256(keyring().jwks(), as_rsa))),
        "bad_signature");
}

TEST(IdToken, OfAnotherKeyIsRefused)
{
    const auto claims = written(good());
    EXPECT_EQ(verdict(token_of(keyring().strangers_rsa, "RS256", "r", claims)), "bad_signature");
    EXPECT_EQ(verdict(token_of(keyring().rsa, "RS256", "x", claims)), "unknown_key");
    EXPECT_EQ(verdict(token_of(keyring().rsa, "RS256", "", claims)), "unknown_key");
    EXPECT_EQ(verdict(token_of(keyring().rsa, "RS256", "e", claims)), "unknown_key");
    EXPECT_EQ(verdict(token_of(keyring().ec, "ES256", "d", claims)), "unknown_key");
    EXPECT_EQ(verdict(with_header(R"({"alg":"RS256","kid":7})")), "bad_header");
    EXPECT_EQ(verdict(with_header(R"({"alg":"PS256","kid":"r"})")), "bad_signature");
}

TEST(IdToken, ThatBringsItsOwnKeyOrConditionsIsRefused)
{
    for (const auto* more : {R"("crit":["exp"])", R"("crit":[])", R"("b64":false)",
             R"("jku":"https://evil.example/keys")", R"("x5u":"https://evil.example/c")",
             R"("jwk":{"kty":"RSA"})"}) {
        const auto header = std::string(R"({"alg":"RS256","kid":"r",)") + more + "}";
        EXPECT_EQ(verdict(with_header(header)), "foreign_header") << more;
    }
    EXPECT_EQ(verdict(with_header(R"({"alg":"RS256","kid":"r","typ":"at+jwt"})")), "bad_type");
    EXPECT_EQ(verdict(with_header(R"({"alg":"RS256","kid":"r","typ":"jwt"})")), "believed");
}

TEST(IdToken, WithAMemberThatStandsTwiceIsRefused)
{
    auto claims = written(good());
    for (const auto* more :
        {R"(,"aud":"xieshang"})", R"(,"sub":"admin"})", R"(,"x":{"a":1,"a":2}})"}) {
        EXPECT_EQ(verdict(token(claims.substr(0, claims.size() - 1) + more)), "bad_claims") << more;
    }
    EXPECT_EQ(verdict(with_header(R"({"alg":"none","alg":"RS256","kid":"r"})")), "bad_header");
    EXPECT_EQ(verdict(with_header(R"({"alg":"RS256","kid":"x","\u006bid":"r"})")), "bad_header");
}

TEST(IdToken, ThatIsNoTokenIsRefused)
{
    EXPECT_EQ(verdict(""), "not_three_parts");
    EXPECT_EQ(verdict("a.b"), "not_three_parts");
    EXPECT_EQ(verdict("a.b.c.d.e"), "not_three_parts");
    EXPECT_EQ(verdict(".."), "bad_header");
    EXPECT_EQ(verdict("!!.e30.AA"), "bad_header");
    EXPECT_EQ(verdict(crypto::base64url("[1]") + ".e30.AA"), "bad_header");
    EXPECT_EQ(verdict(crypto::base64url("\xff\xfe") + ".e30.AA"), "bad_header");
    EXPECT_EQ(verdict(std::string(token_bytes_most + 1, 'A')), "too_large");
    EXPECT_EQ(verdict(token("[]")), "bad_claims");
    EXPECT_EQ(verdict(token("")), "bad_claims");
    const auto deep = std::string(200, '[') + std::string(200, ']');
    EXPECT_EQ(verdict(token(with("deep", deep))), "bad_claims");
}

TEST(IdToken, InASecondSpellingIsRefused)
{
    const auto text = token(written(good()));
    EXPECT_EQ(verdict(text), "believed");
    for (const auto& other : {text + "=", text + "==", text + "\n", " " + text, text + "%3D"}) {
        EXPECT_NE(verdict(other), "believed") << other.substr(other.size() - 4);
    }
    auto other = text; // RSA of 2048 bits: 342 characters, the last of which has 4 idle bits
    other.back() = other.back() == 'A' ? 'B' : static_cast<char>(other.back() + 1);
    EXPECT_NE(verdict(other), "believed");
}

TEST(IdToken, IsRefusedWhereverACharacterChanges)
{
    for (const auto& text :
        {token(written(good())), token_of(keyring().ec, "ES256", "e", written(good())),
            token_of(keyring().edwards, "EdDSA", "d", written(good()))}) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const unsigned bit : {1U, 2U, 32U, 128U}) {
                auto changed = text;
                changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ bit);
                ASSERT_NE(verdict(changed), "believed") << at << " " << bit;
            }
            ASSERT_NE(verdict(text.substr(0, at)), "believed") << "cut at " << at;
        }
    }
}

TEST(IdToken, WithAnEmptySignatureOfAnyKindIsRefused) // CVE-2022-21449
{
    for (const auto& [alg, kid, bytes] : {std::tuple{"ES256", "e", 64}, {"ES256", "e", 0},
             {"ES256", "e", 63}, {"ES256", "e", 128}, {"EdDSA", "d", 64}, {"EdDSA", "d", 0},
             {"RS256", "r", 256}, {"RS256", "r", 0}, {"PS256", "r", 256}}) {
        const auto text = signed_text(
            std::string(R"({"alg":")") + alg + R"(","kid":")" + kid + "\"}", written(good()));
        const auto zeros = crypto::base64url(std::string(static_cast<std::size_t>(bytes), '\0'));
        EXPECT_EQ(verdict(text + "." + zeros), "bad_signature") << alg << bytes;
    }
}

TEST(IdToken, IsNeverBelievedForAnotherSignIn)
{
    auto other = expected();
    other.nonce = "n-2";
    EXPECT_EQ(verdict(token(written(good())), other), "wrong_nonce");
    other.nonce = "";
    EXPECT_EQ(verdict(token(with("nonce", "\"\"")), other), "wrong_nonce");
    other = expected();
    other.access_token = "";
    const auto hash = "\"" + crypto::base64url(crypto::sha256("").substr(0, 16)) + "\"";
    EXPECT_EQ(verdict(token(with("at_hash", hash)), other), "wrong_access_token");
}

TEST(IdToken, OfRandomBytesIsRefused)
{
    EXPECT_TRUE(rc::check([](const std::string& a, const std::string& b, const std::string& c) {
        RC_ASSERT(
            verdict(crypto::base64url(a) + "." + crypto::base64url(b) + "." + crypto::base64url(c))
            != "believed");
    }));
}

} // namespace
} // namespace xieshang::oidc
