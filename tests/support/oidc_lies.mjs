// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// ID tokens that must not be believed (OpenID Connect Core 1.0 §3.1.3.7; RFC 8725; AUT-08). A lie
// is made of the claims that the provider was about to tell:
//   lie(claims, { key, jwk, secret }) → token     the provider's own key, its public half, and the
//                                                 secret that the client shares with it
// "true_after_all" is the one that is to be believed: else the rest would prove nothing.
import { constants, createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

export const kid = 'provider-key'
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const head = { alg: 'RS256', kid, typ: 'JWT' }
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })

// A token of texts that are signed as they stand.
function sealed(header, claims, key, options = {}) {
  const text = `${header}.${claims}`
  const proof = sign('sha256', Buffer.from(text), { key, ...options })
  return `${text}.${proof.toString('base64url')}`
}
const with_head = (change) => (claims, { key }) =>
  sealed(encoded({ ...head, ...change }), encoded(claims), key)
const with_claims = (change) => (claims, { key }) => {
  const changed = { ...claims, ...change(claims) }
  return sealed(encoded(head), encoded(changed), key)
}
const claim = (name, value) => with_claims(() => ({ [name]: value })) // undefined leaves it out
const truth = with_claims(() => ({}))
const strangers = (change) => (claims) =>
  sealed(encoded({ ...head, ...change }), encoded(claims), stranger.privateKey)
const keyed_by = (secret) => (claims, house) => {
  const text = `${encoded({ alg: 'HS256', kid })}.${encoded(claims)}`
  return `${text}.${createHmac('sha256', secret(house)).update(text).digest('base64url')}`
}
const unsigned = (alg) => (claims) => `${encoded({ alg, kid })}.${encoded(claims)}.`
const parts = (change) => (claims, house) => change(...truth(claims, house).split('.')).join('.')
const pem = ({ jwk }) =>
  createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
const as_text = (change) => (claims, { key }) =>
  sealed(encoded(head), Buffer.from(change(JSON.stringify(claims))).toString('base64url'), key)

const of_audience = {
  wrong_audience: claim('aud', 'another-client'),
  audience_in_capitals: claim('aud', 'XIESHANG'),
  audience_with_a_blank: claim('aud', 'xieshang '),
  audience_empty: claim('aud', ''),
  audience_list_empty: claim('aud', []),
  audience_list_of_others: claim('aud', ['another-client']),
  audience_shared_without_azp: claim('aud', ['xieshang', 'another-client']),
  audience_with_a_number: claim('aud', ['xieshang', 7]),
  audience_object: claim('aud', { xieshang: true }),
  audience_missing: claim('aud', undefined),
  made_for_another_party: claim('azp', 'another-client'),
}
const of_issuer = {
  wrong_issuer: claim('iss', 'https://id.example'),
  issuer_with_a_slash: with_claims(({ iss }) => ({ iss: `${iss}/` })),
  issuer_by_another_name: with_claims(({ iss }) => ({ iss: iss.replace('127.0.0.1', 'localhost') })),
  issuer_list: with_claims(({ iss }) => ({ iss: [iss] })),
  issuer_missing: claim('iss', undefined),
}
const of_time = {
  expired: with_claims(({ iat }) => ({ iat: iat - 7200, exp: iat - 3600 })),
  never_expires: claim('exp', undefined),
  expires_in_words: with_claims(({ exp }) => ({ exp: `${exp}` })),
  expires_before_time: claim('exp', -1),
  issued_tomorrow: with_claims(({ iat }) => ({ iat: iat + 86400, exp: iat + 90000 })),
  never_issued: claim('iat', undefined),
  not_yet_valid: with_claims(({ iat }) => ({ nbf: iat + 600 })),
}
const of_this_sign_in = {
  wrong_nonce: claim('nonce', 'of-another-sign-in'),
  nonce_missing: claim('nonce', undefined),
  nonce_empty: claim('nonce', ''),
  nonce_list: with_claims(({ nonce }) => ({ nonce: [nonce] })),
  another_access_token: claim('at_hash', 'bm90IHRoaXMgb25lISEhIQ'),
}
const of_subject = {
  subject_missing: claim('sub', undefined),
  subject_empty: claim('sub', ''),
  subject_number: claim('sub', 17),
  subject_too_long: claim('sub', 'w'.repeat(256)),
  subject_with_a_line_break: claim('sub', 'wang\nli'),
  subject_twice: as_text((text) => text.replace('{', '{"sub":"gu",')),
}
const of_signature = {
  alg_none: unsigned('none'),
  alg_none_in_capitals: unsigned('NONE'),
  alg_none_mixed: unsigned('nOnE'),
  alg_empty: unsigned(''),
  alg_missing: unsigned(undefined),
  alg_list: with_head({ alg: ['RS256'] }),
  alg_of_another_family: with_head({ alg: 'ES256' }),
  alg_with_other_padding: with_head({ alg: 'PS256' }),
  padded_otherwise_than_said: (claims, { key }) =>
    sealed(encoded(head), encoded(claims), key, {
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    }),
  hmac_with_public_key: keyed_by(({ jwk }) => JSON.stringify(jwk)),
  hmac_with_public_pem: keyed_by(pem),
  hmac_with_client_secret: keyed_by(({ secret }) => secret),
  hmac_with_nothing: keyed_by(() => ''),
  strangers_key: strangers({}),
  strangers_key_enclosed: strangers({ jwk: stranger.publicKey.export({ format: 'jwk' }) }),
  strangers_key_by_address: strangers({ jku: 'http://127.0.0.1:1/jwks' }),
  strangers_certificate: strangers({ x5u: 'http://127.0.0.1:1/cert.pem' }),
  strangers_curve: (claims) =>
    sealed(encoded({ ...head, alg: 'ES256' }), encoded(claims), curve.privateKey, {
      dsaEncoding: 'ieee-p1363',
    }),
  signature_left_out: parts((header, claims) => [header, claims, '']),
  signature_cut: parts((header, claims, proof) => [header, claims, proof.slice(0, -4)]),
  signature_of_another_token: (claims, house) => {
    const [header, text] = truth(claims, house).split('.')
    return [header, text, truth({ ...claims, sub: 'gu' }, house).split('.')[2]].join('.')
  },
  claims_changed_after_signing: (claims, house) => {
    const [header, , proof] = truth(claims, house).split('.')
    return [header, encoded({ ...claims, sub: 'gu', preferred_username: 'gu' }), proof].join('.')
  },
}
const of_shape = {
  unknown_key: with_head({ kid: 'another-key' }),
  key_by_path: with_head({ kid: '../../../../dev/null' }),
  key_number: with_head({ kid: 1 }),
  critical_extension: with_head({ crit: ['exp'] }),
  unencoded_payload: with_head({ b64: false }),
  access_token_for_an_id_token: with_head({ typ: 'at+jwt' }),
  two_parts: parts((header, claims) => [header, claims]),
  four_parts: parts((header, claims, proof) => [header, claims, proof, proof]),
  encrypted_shape: parts((header, claims, proof) => [header, '', claims, proof, '']),
  padded_base64: parts((header, claims, proof) => [header, `${claims}==`, proof]),
  claims_list: as_text((text) => `[${text}]`),
  claims_cut: as_text((text) => text.slice(0, -1)),
  claims_twice: as_text((text) => `${text}${text}`),
  nothing: () => '',
  too_large: claim('filling', 'x'.repeat(20_000)),
}

export const true_after_all = truth
export const lies = {
  ...of_audience,
  ...of_issuer,
  ...of_time,
  ...of_this_sign_in,
  ...of_subject,
  ...of_signature,
  ...of_shape,
}
