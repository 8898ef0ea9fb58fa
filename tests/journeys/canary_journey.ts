// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A canary in every field: everybody writes a mark wherever he is let write, markup that would run
// and a word of its own. Then everybody asks for everything and looks at every screen: nothing runs,
// and no byte that he is sent holds a mark that his policy hides. Both halves fail by the name of a
// field, an operation or a page that is not known here.
import { expect, test } from '@playwright/test'
import { maySee } from './canary_audience'
import { CanaryHouse } from './canary_house'
import { ScreenVisitor } from './canary_screens'
import { follow, readEverything, seekWhatIsHidden } from './canary_reading'
import type { World } from './canary_ways'
import { writeEverywhere } from './canary_writing'

// The same bytes whatever the size of the window: once is enough.
test.skip(({ isMobile }) => isMobile, 'asked once, by the desktop')
test.describe.configure({ mode: 'serial' })

const house = new CanaryHouse()
let world: World

test.beforeAll(() => house.open())
test.afterAll(() => house.end())

test('everybody writes and reads, and nobody is sent what a policy hides from him', async () => {
  test.setTimeout(120_000)
  const troubles: string[] = []
  const streams = house.visitors.map((by) => follow(house, by))
  world = await writeEverywhere(house, troubles)
  expect(troubles).toEqual([])
  const asked = await readEverything(house, world, troubles)
  await seekWhatIsHidden(house, troubles)
  const streamed = await Promise.all(streams.map((stream) => stream.end()))
  expect(troubles).toEqual([])
  expect([...house.leaks]).toEqual([])
  expect(asked).toBeGreaterThan(house.visitors.length * 30)
  expect(unseen()).toEqual([])
  expect(streamed[house.visitors.indexOf(house.visitor('reader'))]).toBeGreaterThan(0)
  expect(house.packed).toBeGreaterThan(0)
})

test('everybody sees every screen, and nothing that was written runs', async ({ browser }) => {
  test.setTimeout(480_000)
  const all = [...house.visitors]
  const pair = await Promise.all([
    ScreenVisitor.enter(house, browser),
    ScreenVisitor.enter(house, browser),
  ])
  await Promise.all(
    pair.map(async (visitor) => {
      for (let by = all.shift(); by; by = all.shift()) await visitor.seeEverythingAs(by, world)
    }),
  )
  expect(pair.flatMap(({ troubles }) => [...troubles])).toEqual([])
  expect([...house.leaks]).toEqual([])
  const marked = new Set(pair.flatMap((visitor) => [...visitor.marked]))
  expect(marked.size).toBeGreaterThan(35)
  for (const visitor of pair) {
    expect(await visitor.tryToRun()).toEqual({
      ran: false,
      refused: ['connect-src', 'img-src', 'script-src', 'script-src-attr', 'script-src-elem'],
    })
    await visitor.leave()
  }
})

// Fields that a policy shows to somebody and that nobody was shown: there the test sees nothing.
function unseen(): string[] {
  const named = (of: { operation: string; field: string }) => `${of.operation}.${of.field}`
  const seen = new Set([...house.sighted.keys()].map(named))
  const due = house.marks
    .list()
    .filter((mark) => house.visitors.some((by) => maySee(by, mark, '')))
    .map(named)
  return [...new Set(due)].filter((field) => !seen.has(field))
}
