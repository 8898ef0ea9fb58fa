// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The server has taken a form: the person is told, what it changed is asked for again (`changes`
// names queries by the first word of their keys), and the way leads on. Where it leads to what was
// there before, it `waits` until that is shown as it stands now.
import { useQueryClient } from '@tanstack/vue-query'
import { useRouter } from 'vue-router'
import { say } from '../design/say'
import { t } from '../i18n'

export function useDone() {
  const router = useRouter()
  const queries = useQueryClient()
  return async (changes: readonly string[], to: string, words = t('web.saved'), waits = true) => {
    say(words)
    const asked = changes.map((key) => queries.invalidateQueries({ queryKey: [key] }))
    if (waits) await Promise.all(asked)
    await router.push(to)
  }
}
