// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Any bytes as a token and as a set of keys: nobody signed them, so none is believed; and base64url
// has one spelling.
//
//   token NUL key set
#include "platform/crypto/base64url.h"
#include "platform/crypto/crypto.h"
#include "platform/oidc/id_token.h"
#include "platform/oidc/provider.h"
#include "tests/support/fuzzing.h"

namespace xieshang::oidc {
namespace {

// RFC 8037, appendix A.2; no fuzzer comes upon its private half.
constexpr std::string_view lost_key = R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"d",)"
                                      R"("x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})";

void judge(std::string_view bytes)
{
    static const auto keys = KeySet::read(lost_key);
    const auto texts = fuzz::divided(bytes, 2);
    const Expected expected{"https://id.example", "xieshang", "n", "", "sub", ""};
    fuzz::expect(!verify(texts[0], *keys, expected, {1'700'000'000'000}));
    if (const auto decoded = crypto::from_base64url(texts[0])) {
        fuzz::expect(crypto::base64url(*decoded) == texts[0]);
    }
    if (const auto own = KeySet::read(texts[1])) {
        fuzz::expect(own->size() <= keys_most);
        static_cast<void>(verify(texts[0], *own, expected, {1'700'000'000'000}));
    }
    static_cast<void>(tokens_in(texts[1]));
    const Settings settings{.issuer = "https://id.example"};
    if (const auto provider = provider_in(texts[1], settings)) {
        fuzz::expect(origin_of(provider->token_endpoint) == origin_of(settings.issuer));
        fuzz::expect(origin_of(provider->jwks_uri) == origin_of(settings.issuer));
    }
}

} // namespace
} // namespace xieshang::oidc

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    xieshang::oidc::judge(xieshang::fuzz::text_of(data, size));
    return 0;
}
