// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { t } from '@/i18n'
import type { PlanState } from './plan_api'

export interface ReviewDraft {
  meeting: string
  meeting_day: string
  decided_on: string
  papers: string
}

export const newReview = (): ReviewDraft => ({
  meeting: '',
  meeting_day: '',
  decided_on: '',
  papers: '',
})

// The chairpersons and the party committee decide in a meeting.
export const decidesInMeeting = (state: PlanState): boolean =>
  state === 'chairpersons_review' || state === 'party_committee_review'

export function missingOf({ meeting, meeting_day }: ReviewDraft): Record<string, string> {
  return {
    ...(meeting.trim() ? {} : { meeting: t('plan.web.review.meeting_missing') }),
    ...(meeting_day ? {} : { meeting_day: t('plan.web.review.meeting_day_missing') }),
  }
}
