// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { afterEach, describe, expect, it } from 'vitest'
import { given_texts, speak, t } from '@/i18n'
import { namesIn } from './given_names'
import type { SettingView } from './settings_api'

const setting = (key: string, ...items: { id: string; name: string; name_en: string }[]) =>
  ({ key, value: { text: '', items } }) as unknown as SettingView
const settings = [
  setting('topic_kinds', { id: 'biweekly', name: '双月协商座谈会', name_en: '' }),
  setting('plan_fields', { id: 'ecology', name: '美丽云栖', name_en: 'Green Yunqi' }),
  setting('screening_criteria', { id: 'concern', name: '群众关切', name_en: '' }),
]

describe('names that the district gives', () => {
  afterEach(() => {
    given_texts.value = { 'zh-CN': {}, en: {} }
  })

  it('are those of forms and fields, in English where there is an English one', () => {
    expect(namesIn(settings, 'zh-CN')).toEqual({
      'topics.web.kind.biweekly': '双月协商座谈会',
      'suggestion.field.ecology': '美丽云栖',
    })
    expect(namesIn(settings, 'en')).toEqual({
      'topics.web.kind.biweekly': '双月协商座谈会',
      'suggestion.field.ecology': 'Green Yunqi',
    })
  })

  it('stand in the place of the program’s own words', async () => {
    await speak('zh-CN')
    expect(t('suggestion.field.ecology')).toBe('生态文明建设')
    given_texts.value = { 'zh-CN': namesIn(settings, 'zh-CN'), en: namesIn(settings, 'en') }
    expect(t('suggestion.field.ecology')).toBe('美丽云栖')
    expect(t('suggestion.field.economy')).toBe('经济建设')
    await speak('en')
    expect(t('suggestion.field.ecology')).toBe('Green Yunqi')
    await speak('zh-CN')
  })
})
