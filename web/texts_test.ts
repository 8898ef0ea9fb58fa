// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pack, speak, t } from './i18n'
import { pages } from './router'

const files = import.meta.glob<Record<string, string>>(
  [
    './shell_texts.*.json',
    '../features/*/*_texts.*.json',
    '../platform/*/*_texts.*.json',
    '../app/operation_texts.*.json',
  ],
  { eager: true, import: 'default' },
)
const sources = import.meta.glob<string>(
  [
    './**/*.{vue,ts}',
    '../features/*/web/*.{vue,ts}',
    '!./**/*_test.ts',
    '!../**/*_test.ts',
    '!./api/schema.d.ts',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
const screens = import.meta.glob(['../features/*/web/*_screen.vue'])
const of = (tag: string) => Object.entries(files).filter(([path]) => path.endsWith(`.${tag}.json`))
const all = (tag: string) =>
  Object.assign({}, ...of(tag).map(([, file]) => file)) as Record<string, string>
const parameters = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map((match) => match[1]))].sort()

describe('the texts', () => {
  it('say the same codes with the same parameters in both languages', () => {
    const [zh, en] = [all('zh-CN'), all('en')]
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const code of Object.keys(zh))
      expect(parameters(en[code]!), code).toEqual(parameters(zh[code]!))
  })

  it('name each code once', () => {
    const codes = of('zh-CN').flatMap(([, file]) => Object.keys(file))
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
  })

  it('leave no code of a screen without words', () => {
    const zh = all('zh-CN')
    const used = Object.values(sources).flatMap((source) =>
      [
        ...source.matchAll(
          /['"`]((?:web|plan\.web|search\.web|topics\.web|members\.web|people\.web)\.[\w.]+)['"`]/g,
        ),
      ].map((match) => match[1]!),
    )
    expect(used.length).toBeGreaterThan(100)
    expect(used.filter((code) => zh[code] === undefined)).toEqual([])
  })

  it('say one and many in their own forms', async () => {
    const chinese = pack.value
    await speak('en')
    expect(t('plan.web.reading.length', { count: 1 })).toBe('1 character')
    expect(t('plan.web.reading.length', { count: '1' })).toBe('1 character')
    expect(t('plan.web.reading.length', { count: 12 })).toBe('12 characters')
    await speak('zh-CN')
    expect(pack.value).toEqual(chinese)
  })

  it('fill in parameters and leave unknown codes as they are', () => {
    expect(t('plan.web.line', { line: 7 })).toBe('第 7 行')
    expect(t('no.such.code')).toBe('no.such.code')
  })
})

describe('the pages', () => {
  it('lead to every screen of the slices', () => {
    const routes = Object.entries(
      import.meta.glob<string>('../features/*/web/*_pages.ts', {
        eager: true,
        query: '?raw',
        import: 'default',
      }),
    )
    for (const path of Object.keys(screens)) {
      const file = path.slice(path.lastIndexOf('/') + 1)
      expect(
        routes.some(([, source]) => source.includes(file)),
        path,
      ).toBe(true)
    }
    expect(pages.length).toBeGreaterThan(8)
  })

  it('carry no inline script or style, which the policy forbids', () => {
    const html = readFileSync(new URL('index.html', `file://${process.cwd()}/web/`), 'utf8')
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
    for (const [path, source] of Object.entries(sources))
      expect(/\sstyle="/.test(source), path).toBe(false)
  })
})
