// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Signs in at a real provider as a browser does, and tries what must not work. Prints "ok NAME" or
// "not ok NAME" a line for oidc_commands.sh.
//   node oidc.mjs XIESHANG DATA_FOLDER [DATABASE]      (the accounts wang, li and gu are there)
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { lies, startProvider } from '../support/oidc_provider.mjs'

const [xieshang, data, database] = process.argv.slice(2)
const password = 'a-long-enough-password'

const freePort = () =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })

// A browser: cookies by host and name, no redirect followed by itself.
class Browser {
  cookies = new Map()

  async ask(address, options = {}) {
    const { host } = new URL(address)
    const own = [...this.cookies].filter(([key]) => key.startsWith(`${host} `))
    const answer = await fetch(address, {
      redirect: 'manual',
      ...options,
      headers: { ...options.headers, Cookie: own.map(([, pair]) => pair).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.split(';')[0]
      const key = `${host} ${pair.split('=')[0]}`
      if (pair.endsWith('=') || /Max-Age=0|1970/i.test(line)) this.cookies.delete(key)
      else this.cookies.set(key, pair)
    }
    return answer
  }

  post(path, body) {
    return this.ask(origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify(body),
    })
  }

  // Through the provider's two forms to the address with which it sends the browser back.
  async throughProvider(login, link) {
    const begun = await this.post('/api/oidc/begin', { back: '/plans', link })
    if (begun.status !== 201) throw new Error(`begin: ${begun.status} ${await begun.text()}`)
    let address = (await begun.json()).address
    for (let step = 0; step < 12; step += 1) {
      if (address.startsWith(origin)) return address
      const answer = await this.ask(address)
      const next = answer.headers.get('Location')
      address = next ? new URL(next, address).href : await this.fillIn(address, answer, login)
    }
    throw new Error('the provider does not send the browser back')
  }

  async fillIn(address, answer, login) {
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (!prompt) throw new Error(`${address}: ${answer.status} ${page.slice(0, 500)}`)
    const form = new URLSearchParams({ prompt, login, password: 'any' })
    const action = /action="([^"]+)"/.exec(page)[1]
    const sent = await this.ask(new URL(action, address).href, { method: 'POST', body: form })
    return new URL(sent.headers.get('Location'), address).href
  }

  // Where the browser ends: "/plans", or "/sign-in?oidc=" and why.
  async finish(address) {
    return (await this.ask(address)).headers.get('Location')
  }

  async who() {
    const answer = await this.ask(`${origin}/api/session`)
    return answer.status === 200 ? (await answer.json()).person.login : `${answer.status}`
  }
}

async function check(name, work) {
  try {
    const [got, wanted] = await work()
    const fits = JSON.stringify(got) === JSON.stringify(wanted)
    console.log(fits ? `ok ${name}` : `not ok ${name}: ${JSON.stringify(got)}`)
  } catch (failure) {
    console.log(`not ok ${name}: ${failure.stack}`)
  }
}

const [port, provider_port] = [await freePort(), await freePort()]
const origin = `http://127.0.0.1:${port}`
const client_secret = 'for-this-test: only+%/'
writeFileSync(join(data, 'secret'), `${client_secret}\n`)
writeFileSync(
  join(data, 'xieshang.toml'),
  `[oidc]
issuer = "http://127.0.0.1:${provider_port}"
client_id = "xieshang"
client_secret_file = "${join(data, 'secret')}"
name = "区统一认证"
login_claim = "preferred_username"
`,
)
const provider = await startProvider({
  port: provider_port,
  redirect_uri: `${origin}/api/oidc/callback`,
  client_secret,
})
const place = ['--data', data, ...(database ? ['--database', database] : [])]
const server = spawn(xieshang, ['serve', ...place, '--listen', `127.0.0.1:${port}`], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, http_proxy: 'http://127.0.0.1:1', no_proxy: '' }, // must not matter
})
for (let tries = 0; tries < 100; tries += 1) {
  if ((await fetch(`${origin}/healthz`).catch(() => undefined))?.ok) break
  await new Promise((again) => setTimeout(again, 100))
}

const signIn = async (login, link) => {
  const browser = new Browser()
  const end = await browser.finish(await browser.throughProvider(login, link))
  return [end, await browser.who()]
}

await check('about', async () => [
  (await (await fetch(`${origin}/api/about`)).json()).oidc,
  '区统一认证',
])
await check('signs_in', async () => [await signIn('wang'), ['/plans', 'wang']])
await check('signs_in_again', async () => [await signIn('wang'), ['/plans', 'wang']])
await check('unknown_person', async () => [
  await signIn('nobody'),
  ['/sign-in?oidc=unknown_person', '401'],
])
await check('one_time_link', async () => {
  const administrator = new Browser()
  await administrator.post('/api/session', { login: 'gu', password })
  const made = await administrator.post('/api/oidc/links', { login: 'li' })
  const { token } = await made.json()
  const first = await signIn('subject-77', token)
  const second = await signIn('subject-88', token)
  return [
    [first, second, await signIn('subject-77')],
    [
      ['/plans', 'li'],
      ['/sign-in?oidc=link_spent', '401'],
      ['/plans', 'li'],
    ],
  ]
})
await check('true_after_all', async () => {
  provider.tell('true_after_all')
  return [await signIn('wang').finally(() => provider.tell(undefined)), ['/plans', 'wang']]
})
for (const lie of Object.keys(lies)) {
  await check(lie, async () => {
    provider.tell(lie)
    const end = await signIn('wang').finally(() => provider.tell(undefined))
    return [end, ['/sign-in?oidc=not_believed', '401']]
  })
}
await check('replayed_answer', async () => {
  const browser = new Browser()
  const address = await browser.throughProvider('wang')
  const kept = new Map(browser.cookies)
  const first = await browser.finish(address)
  browser.cookies = kept
  return [
    [first, await browser.finish(address), await browser.who()],
    ['/plans', '/sign-in?oidc=not_begun', '401'],
  ]
})
await check('replayed_code', async () => {
  const first = new Browser()
  const used = new URL(await first.throughProvider('wang'))
  await first.finish(used.href)
  const second = new Browser()
  const own = new URL(await second.throughProvider('wang'))
  own.searchParams.set('code', used.searchParams.get('code'))
  return [
    [await second.finish(own.href), await second.who()],
    ['/sign-in?oidc=not_believed', '401'],
  ]
})
await check('other_browser', async () => {
  const address = await new Browser().throughProvider('wang')
  const other = new Browser()
  return [
    [await other.finish(address), await other.who()],
    ['/sign-in?oidc=not_begun', '401'],
  ]
})
await check('cancelled', async () => {
  const browser = new Browser()
  const address = new URL(await browser.throughProvider('wang'))
  address.searchParams.delete('code')
  address.searchParams.set('error', 'access_denied')
  return [await browser.finish(address.href), '/sign-in?oidc=cancelled']
})
await check('provider_down', async () => {
  const browser = new Browser()
  const address = await browser.throughProvider('wang')
  await provider.stop()
  const end = await browser.finish(address)
  const by_password = await browser.post('/api/session', { login: 'wang', password })
  return [
    [end, by_password.status, await browser.who()],
    ['/sign-in?oidc=unreachable', 201, 'wang'],
  ]
})
server.kill('SIGTERM')
