// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Somebody who visits every screen that the router knows, as one after another of the visitors, and
// what happens meanwhile that should not.
import type { Browser, BrowserContext, Page, Request } from '@playwright/test'
import { operationAt, type Operation } from './canary_api'
import type { Visitor } from './canary_admission'
import type { CanaryHouse } from './canary_house'
import { addressesOf } from './canary_addresses'
import type { World } from './canary_ways'

const quiet_limit_ms = 10_000

// What runs or is refused in the page itself.
interface Watched {
  __xss?: unknown
  __breaches: string[]
}
interface Routed {
  $router: { getRoutes: () => { path: string }[]; push: (to: string) => Promise<unknown> }
}

export class ScreenVisitor {
  readonly troubles = new Set<string>()
  readonly marked = new Set<string>() // routes that showed a mark
  visits = 0
  private readonly open = new Set<Request>()
  private readonly bodies: Promise<void>[] = []
  private by!: Visitor
  private here = ''

  private constructor(
    private readonly house: CanaryHouse,
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  static async enter(house: CanaryHouse, browser: Browser): Promise<ScreenVisitor> {
    const context = await browser.newContext({ baseURL: house.url, locale: 'zh-CN' })
    await context.addInitScript(() => {
      const watched = window as unknown as Watched
      watched.__breaches = []
      document.addEventListener('securitypolicyviolation', (event) => {
        watched.__breaches.push(`${event.effectiveDirective} ${event.blockedURI}`)
      })
    })
    const visitor = new ScreenVisitor(house, context, await context.newPage())
    visitor.listen()
    return visitor
  }

  leave(): Promise<void> {
    return this.context.close()
  }

  async seeEverythingAs(by: Visitor, world: World): Promise<void> {
    this.by = by
    this.here = '/'
    await this.context.clearCookies()
    for (const pair of by.cookie.split('; ').filter(Boolean)) {
      const [name, value] = pair.split('=') as [string, string]
      await this.context.addCookies([{ name, value, url: this.house.url }])
    }
    await this.page.goto('/account')
    const routes = await this.page.evaluate(async () => {
      const root = document.querySelector('#app') as unknown as {
        __vue_app__?: { config: { globalProperties: Routed } }
      }
      while (!root.__vue_app__) await new Promise((drawn) => requestAnimationFrame(drawn))
      const { $router } = root.__vue_app__.config.globalProperties
      return $router.getRoutes().map((route) => route.path)
    })
    for (const route of routes)
      for (const address of addressesOf(route, world, by)) await this.see(route, address)
    await Promise.all(this.bodies.splice(0))
  }

  private async see(route: string, address: string): Promise<void> {
    this.here = address
    this.visits += 1
    let seen = await this.go(address)
    const limit = Date.now() + quiet_limit_ms
    while ((seen.loading || this.open.size > 0) && Date.now() < limit) seen = await this.go()
    const asked = [...this.open].map((request) => request.url()).join(', ')
    if (asked) this.tell(`is still asking for ${asked}`)
    if (seen.stuck) this.tell('is not to be reached')
    if (seen.loading) this.tell('is still loading')
    if (!seen.words) this.tell('shows nothing')
    // wang's own name, which stands on each of his screens, is a mark
    if (this.by.login !== 'wang' && seen.words.includes('onerror=__xss')) this.marked.add(route)
    if (seen.ran) this.tell('script ran')
    if (seen.markup) this.tell('text became markup')
    for (const breach of seen.breaches) this.tell(`breach: ${breach}`)
  }

  // To the address, if there is one, and what is there once it has been drawn.
  private go(address?: string) {
    return this.page.evaluate(
      async ([to, limit_ms]) => {
        const watched = window as unknown as Watched
        const root = document.querySelector('#app') as unknown as {
          __vue_app__: { config: { globalProperties: Routed } }
        }
        const late = new Promise<boolean>((over) => setTimeout(() => over(true), limit_ms))
        const { $router } = root.__vue_app__.config.globalProperties
        const stuck = to ? await Promise.race([$router.push(to).then(() => false), late]) : false
        for (let drawn = 0; drawn < 2; drawn += 1)
          await new Promise((next) => requestAnimationFrame(next))
        const inputs = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
        return {
          stuck,
          words: [document.body.innerText, ...inputs.map((one) => one.value)].join('\n').trim(),
          loading: Boolean(document.querySelector('.loading-block, [aria-busy=true]')),
          markup: Boolean(document.querySelector('img[src="x"], [onerror]')),
          ran: watched.__xss !== undefined,
          breaches: watched.__breaches.splice(0),
        }
      },
      [address, quiet_limit_ms] as const,
    )
  }

  // What the page's policy refuses when it is tried on purpose; without it the visits show nothing.
  tryToRun(): Promise<{ ran: boolean; refused: string[] }> {
    return this.page.evaluate(async (limit_ms) => {
      const watched = window as unknown as Watched
      watched.__breaches.length = 0
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=__xss=1>')
      const script = document.createElement('script')
      script.textContent = '__xss=1'
      document.body.append(script)
      const image = document.createElement('img')
      image.src = 'http://127.0.0.1:9/'
      document.body.append(image)
      await fetch('http://127.0.0.1:9/').catch(() => undefined)
      try {
        setTimeout('__xss=1')
      } catch {
        // as it should be
      }
      const limit = performance.now() + limit_ms
      while (watched.__breaches.length < 5 && performance.now() < limit)
        await new Promise((next) => requestAnimationFrame(next))
      const refused = watched.__breaches.map((breach) => breach.split(' ')[0]!)
      return { ran: watched.__xss !== undefined, refused: [...new Set(refused)].sort() }
    }, quiet_limit_ms)
  }

  private tell(trouble: string): void {
    this.troubles.add(`${this.by.login} at ${this.here}: ${trouble}`)
  }

  private listen(): void {
    const { page } = this
    page.on('dialog', (dialog) => {
      this.tell(`a dialog says ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => this.tell(`error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error' || /Failed to load resource/.test(message.text())) return
      this.tell(`console: ${message.text()}`)
    })
    page.on('request', (request) => {
      const what = operationOf(request)
      if (new URL(request.url()).pathname === '/x') this.tell('asks for the image of a mark')
      if (what && !isUnending(what, request)) this.open.add(request)
    })
    page.on('requestfinished', (request) => this.open.delete(request))
    page.on('requestfailed', (request) => this.open.delete(request))
    page.on('response', (response) => {
      const what = operationOf(response.request())
      if (!what || isUnending(what, response.request())) return
      const { by, here } = this
      const sent = Buffer.from(response.request().postData() ?? '')
      this.bodies.push(
        response
          .body()
          .then((bytes) => this.house.hold(by, what.name, here, bytes, sent))
          .catch(() => undefined), // left before it was there
      )
    })
  }
}

// Live events go on, and nobody waits for the answer to a window that closes.
function isUnending(what: Operation, request: Request): boolean {
  return what.name === 'followChanges' || request.postData()?.includes('"leaves":true') === true
}

function operationOf(request: Request): Operation | undefined {
  const { pathname } = new URL(request.url())
  return pathname.startsWith('/api/') ? operationAt(request.method(), pathname) : undefined
}
