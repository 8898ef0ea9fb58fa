// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Texts by flat code with {parameters}: the format that the server's catalog reads too. One
// language is loaded at a time.
import type { Language as ElementLanguage } from 'element-plus/es/locale'
import { shallowRef, type App } from 'vue'
import { chineseNumber } from './numerals'

export type Language = 'zh-CN' | 'en'
export type Params = Record<string, string | number>
export interface LanguagePack {
  texts: Record<string, string>
  element: ElementLanguage
}

const packs: Record<Language, () => Promise<{ default: LanguagePack }>> = {
  'zh-CN': () => import('./texts/zh_cn'),
  en: () => import('./texts/en'),
}

export const language = shallowRef<Language>('zh-CN')
export const pack = shallowRef<LanguagePack>()

// What the house calls otherwise than the texts do, by their codes.
export const given_texts = shallowRef<Record<Language, Record<string, string>>>({
  'zh-CN': {},
  en: {},
})

export async function speak(wanted: Language): Promise<void> {
  pack.value = (await packs[wanted]()).default
  language.value = wanted
  document.documentElement.lang = wanted
}

// The text with its parameters filled in; the code itself when there is no such text. "{count|line|lines}"
// is the first word for 1 and the second for the rest, "{number|一}" a number in Chinese numerals, as the server reads
// them.
export function t(code: string, params: Params = {}): string {
  const text = given_texts.value[language.value][code] ?? pack.value?.texts[code] ?? code
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)(?:\|([^}]*))?)?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = params[name]
      if (value === undefined) return whole
      if (one === '一' && many === undefined) return chineseNumber(value)
      return one === undefined ? String(value) : String(value) === '1' ? one : (many ?? '')
    },
  )
}

export function hasText(code: string): boolean {
  return pack.value?.texts[code] !== undefined
}

export const texts = {
  install(app: App): void {
    app.config.globalProperties.$t = t
  },
}

declare module 'vue' {
  interface ComponentCustomProperties {
    $t: typeof t
  }
}
