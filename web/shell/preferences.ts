// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How this person wants to see it; kept in this browser.
import { defineStore } from 'pinia'
import { computed, ref, watch, watchEffect, type Ref } from 'vue'
import { speak, type Language } from '../i18n'

export type Theme = 'auto' | 'light' | 'dark'

const names = ['xieshang.language', 'xieshang.theme', 'xieshang.size'] as const

function kept<Value extends string>(
  name: (typeof names)[number],
  allowed: readonly Value[],
  otherwise: Value,
): Ref<Value> {
  const found = localStorage.getItem(name) as Value | null
  const value = ref(found !== null && allowed.includes(found) ? found : otherwise) as Ref<Value>
  watch(value, (now) => localStorage.setItem(name, now))
  return value
}

// A sign-out has the browser forget what it kept of this site (Clear-Site-Data). How somebody wants to
// see it says nothing of him, and who needs large type needs it to sign in again: that stays.
export async function keepingPreferences(leave: () => Promise<void>): Promise<void> {
  const wishes = names.map((name) => [name, localStorage.getItem(name)] as const)
  await leave()
  for (const [name, wish] of wishes) if (wish !== null) localStorage.setItem(name, wish)
}

function firstLanguage(): Language {
  return navigator.language?.startsWith('en') &&
    !navigator.languages?.some((tag) => tag.startsWith('zh'))
    ? 'en'
    : 'zh-CN'
}

export const usePreferences = defineStore('preferences', () => {
  const language = kept<Language>('xieshang.language', ['zh-CN', 'en'], firstLanguage())
  const theme = kept<Theme>('xieshang.theme', ['auto', 'light', 'dark'], 'auto')
  const size = kept('xieshang.size', ['normal', 'large'] as const, 'normal')
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const system_dark = ref(system.matches)
  system.addEventListener('change', (event) => (system_dark.value = event.matches))
  const dark = computed(
    () => theme.value === 'dark' || (theme.value === 'auto' && system_dark.value),
  )
  const large = computed({
    get: () => size.value === 'large',
    set: (on) => (size.value = on ? 'large' : 'normal'),
  })

  function apply(): void {
    watchEffect(() => {
      document.documentElement.classList.toggle('dark', dark.value)
      document.documentElement.classList.toggle('large', large.value)
    })
  }

  async function setLanguage(wanted: Language): Promise<void> {
    await speak(wanted)
    language.value = wanted
  }

  return { language, theme, size, large, dark, apply, setLanguage }
})
