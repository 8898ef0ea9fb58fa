// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What somebody may do with a plan now: as which reviewer, and where it is done.
import { t } from '@/i18n'
import type { PlanOffer } from './plan_api'

const of_reviews = ['concur', 'pass', 'approve']

export const isConsent = (offer: PlanOffer): boolean => of_reviews.includes(offer.action)

// Consent has one address and one draft: whether it is the last of its stage turns while somebody
// writes, by what others do.
export const consent = 'agree'
export const stepName = (action: string): string => (of_reviews.includes(action) ? consent : action)

// The offer of an address, whatever the consent is called at the moment.
export const offerAt = (
  offers: readonly PlanOffer[],
  action: string,
  as: string | undefined,
): PlanOffer | undefined =>
  offers.find((one) => stepName(one.action) === stepName(action) && (!as || one.reviewer === as))

const backward = ['send_back', 'discard']

// What leads onward stands before what leads back.
export const onwardFirst = (offers: readonly PlanOffer[]): PlanOffer[] =>
  [...offers].sort((a, b) => backward.indexOf(a.action) - backward.indexOf(b.action))

// "党委办同意", "退回修改（主席、副主席）"
export function wordsOf(offer: PlanOffer): string {
  if (!offer.reviewer) return t(`plan.web.action.${offer.action}`)
  const body = t(`members.web.role.${offer.reviewer}`)
  return t(isConsent(offer) ? 'plan.web.review.agree' : 'plan.web.review.send_back', { body })
}

export function placeOf(plan_id: string, offer: PlanOffer): string {
  const as = offer.reviewer ? `?as=${offer.reviewer}` : ''
  return `/plans/${plan_id}/steps/${stepName(offer.action)}${as}`
}

export const keyOf = (offer: PlanOffer): string =>
  `${stepName(offer.action)} ${offer.reviewer ?? ''}`
