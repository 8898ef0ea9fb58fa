// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The names that the district gives to forms of consultation and to fields: they stand on every
// screen in the place of the program's own words, which begin as the same.
import { useQuery } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import { given_texts, type Language } from '@/i18n'
import { useSession } from '../../members/web/session'
import { fetchSettings, type SettingView } from './settings_api'

const codes: Record<string, (id: string) => string> = {
  topic_kinds: (id) => `topics.web.kind.${id}`,
  plan_fields: (id) => `suggestion.field.${id}`,
}

export function namesIn(settings: readonly SettingView[], language: Language) {
  const names: Record<string, string> = {}
  for (const { key, value } of settings) {
    const codeOf = codes[key]
    for (const { id, name, name_en } of codeOf ? value.items : [])
      names[codeOf!(id)] = language === 'en' && name_en ? name_en : name
  }
  return names
}

// Once, by the frame of the whole program.
export function useGivenNames(): void {
  const session = useSession()
  const enabled = computed(() => Boolean(session.person && session.reads))
  const query = useQuery({
    queryKey: ['settings', 'given_names'],
    queryFn: () => fetchSettings({ group: 'topics' }),
    enabled,
  })
  watch([query.data, enabled], ([settings, reads]) => {
    const known = reads ? (settings ?? []) : []
    given_texts.value = { 'zh-CN': namesIn(known, 'zh-CN'), en: namesIn(known, 'en') }
  })
}
