// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A real provider (npm oidc-provider) on this machine, which can be told to lie: its token endpoint
// then gives an ID token that the test has made, signed with the provider's own key where the lie
// needs it.
import { KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { decodeJwt, exportJWK, generateKeyPair } from 'jose'
import { kid, lies, true_after_all } from './oidc_lies.mjs'

export { lies }

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
    const house = { key: KeyObject.from(pair.privateKey), jwk: public_jwk, secret: client_secret }
    const told = { ...lies, true_after_all }[state.lie]
    ctx.body = { ...ctx.body, id_token: told(decodeJwt(ctx.body.id_token), house) }
  })
  const server = createServer(provider.callback())
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    tell: (lie) => (state.lie = lie),
    stop: () => new Promise((done) => server.close(done).closeAllConnections()),
  }
}
