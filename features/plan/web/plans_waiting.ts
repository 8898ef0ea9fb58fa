// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What waits for this person: plans that he is to review, rounds that he is to score, drafts that he
// is asked about. Out of the lists that he sees anyway.
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { t } from '@/i18n'
import { fetchRequests } from '../../draft_opinions/web/opinion_api'
import { useSession } from '../../members/web/session'
import { fetchRounds } from '../../scoring/web/scoring_api'
import { fetchPlan, fetchPlans, type PlanState, type PlanView } from './plan_api'
import { isConsent } from './plan_offers'

export interface Waiting {
  to: string
  words: string
  title: string
  more: string
}

const leaders = ['secretary_general', 'party_group']
const reviewers: [PlanState, string[]][] = [
  [
    'three_office_review',
    [...leaders, 'office', 'party_office', 'government_office', 'inspection_office'],
  ],
  ['chairpersons_review', [...leaders, 'chairperson']],
  ['party_committee_review', ['party_committee']],
]

// What the office may record for others does not wait for it.
const isHis = ({ actions }: PlanView): boolean =>
  actions.some((offer) => isConsent(offer) && !offer.refusal && !offer.behalf)

async function plansToReview(stages: readonly PlanState[]): Promise<PlanView[]> {
  const lists = await Promise.all(stages.map((state) => fetchPlans({ state })))
  const ids = lists.flatMap(({ items }) => items.map(({ id }) => id))
  return (await Promise.all(ids.map(fetchPlan))).filter(isHis)
}

export function useWaiting() {
  const session = useSession()
  const stages = reviewers.flatMap(([state, roles]) => (roles.some(session.holds) ? [state] : []))
  const plans = useQuery({
    queryKey: ['plans', 'waiting', stages],
    queryFn: () => plansToReview(stages),
    enabled: stages.length > 0,
  })
  const rounds = useQuery({ queryKey: ['scoring'], queryFn: fetchRounds })
  const requests = useQuery({
    queryKey: ['opinion_requests'],
    queryFn: () => fetchRequests(),
  })
  return computed<Waiting[]>(() => [
    ...(plans.data.value ?? []).map(({ id, title, due }) => ({
      to: `/plans/${id}`,
      words: t('plan.web.waiting.review'),
      title,
      more: due ? t('plan.web.waiting.until', { day: due.day }) : '',
    })),
    ...(rounds.data.value ?? []).flatMap(({ id, title, mine, closes_on }) =>
      mine && !mine.cannot_score_because && mine.done < mine.asked
        ? [
            {
              to: `/scoring/${id}/ballot`,
              words: t('plan.web.waiting.score'),
              title,
              more: [
                t('scoring.web.done_of', { done: mine.done, asked: mine.asked }),
                t('plan.web.waiting.until', { day: closes_on }),
              ].join(' · '),
            },
          ]
        : [],
    ),
    ...(requests.data.value?.items ?? []).flatMap((one) =>
      one.is_mine && !one.has_replied && one.phase === 'running'
        ? [
            {
              to: `/opinion-requests/${one.id}`,
              words: t('plan.web.waiting.opinion'),
              title: one.plan_title,
              more: t('plan.web.waiting.until', { day: one.closes_on }),
            },
          ]
        : [],
    ),
  ])
}
