// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The tenure of a post that a form sets right: fetched with the post, and refreshed after the change.
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { say } from '@/design/say'
import { t } from '@/i18n'
import { fetchPost } from './register_api'

export function useTenure(id: string, tenure_id: string) {
  const router = useRouter()
  const queries = useQueryClient()
  const query = useQuery({ queryKey: ['post', id], queryFn: () => fetchPost(id) })
  const tenure = computed(() =>
    query.data.value?.tenures.find((one) => one.tenure_id === tenure_id),
  )
  const back = `/posts/${id}/edit`
  const crumbs = computed(() => {
    const post = query.data.value
    return [
      { text: t('people.web.organisations.title'), to: '/organisations' },
      { text: post?.organisation.name ?? '', to: `/organisations/${post?.organisation.id ?? ''}` },
      { text: post?.title ?? t('people.web.post'), to: back },
    ]
  })

  async function changed(): Promise<void> {
    say(t('web.saved'))
    await queries.invalidateQueries({ queryKey: ['post', id] })
    for (const key of ['person', 'people', 'organisation', 'posts'])
      void queries.invalidateQueries({ queryKey: [key] })
    await router.push(back)
  }

  return { query, post: query.data, tenure, crumbs, back, changed }
}
