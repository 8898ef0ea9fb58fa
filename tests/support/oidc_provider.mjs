// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A real provider (npm oidc-provider) on this machine, which can be told to lie: its token endpoint
// then gives an ID token that the test has made, signed with the provider's own key where the lie
// needs it.
import { createServer } from 'node:http'
import { createHmac } from 'node:crypto'
import { Provider } from 'oidc-provider'
import { SignJWT, decodeJwt, exportJWK, generateKeyPair } from 'jose'

const kid = 'provider-key'
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

export const lies = {
  wrong_audience: (claims, sign) => sign({ ...claims, aud: 'another-client' }),
  expired: (claims, sign) => sign({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 }),
  wrong_nonce: (claims, sign) => sign({ ...claims, nonce: 'of-another-sign-in' }),
  wrong_issuer: (claims, sign) => sign({ ...claims, iss: 'https://id.example' }),
  alg_none: (claims) => `${encoded({ alg: 'none', kid })}.${encoded(claims)}.`,
  hmac_with_public_key: (claims, _sign, jwk) => {
    const text = `${encoded({ alg: 'HS256', kid })}.${encoded(claims)}`
    return `${text}.${createHmac('sha256', JSON.stringify(jwk)).update(text).digest('base64url')}`
  },
  strangers_key: async (claims) => signed(claims, (await generateKeyPair('RS256')).privateKey),
}

const signed = (claims, key) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key)

export async function startProvider({ port, redirect_uri, client_secret }) {
  const pair = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(pair.privateKey)), kid, alg: 'RS256', use: 'sig' }
  const public_jwk = { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' }
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    jwks: { keys: [jwk] },
    clients: [{ client_id: 'xieshang', client_secret, redirect_uris: [redirect_uri] }],
    cookies: { keys: ['for this test only'] },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id }),
    }),
  })
  const state = { lie: undefined }
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.path !== '/token' || !state.lie || !ctx.body?.id_token) return
    const claims = decodeJwt(ctx.body.id_token)
    const sign = (changed) => signed(changed, pair.privateKey)
    ctx.body = { ...ctx.body, id_token: await lies[state.lie](claims, sign, public_jwk) }
  })
  const server = createServer(provider.callback())
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    tell: (lie) => (state.lie = lie),
    stop: () => new Promise((done) => server.close(done).closeAllConnections()),
  }
}
