// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The steps of a plan, in words.
import { hasText, t } from '@/i18n'
import { bothShown } from '../../behalf/web/behalf_words'
import type { StepView } from './plan_api'

export const whoTook = ({ behalf, by_name }: StepView): string =>
  behalf ? bothShown(by_name, { for_name: behalf.name, body: behalf.body }) : by_name

// What was done; where one word means several things, the stage in which it was done tells which.
export function actedIn({ action, from }: StepView): string {
  const codes = [`plan.web.acted.${action}.${from}`, `plan.web.acted.${action}`]
  const code = codes.find(hasText)
  return code ? t(code) : action
}

// The step by which a draft came back, until it is submitted again. `steps`: oldest first.
export function sentBack(steps: readonly StepView[]): StepView | undefined {
  const turns = steps.filter(({ action }) => action === 'submit' || action === 'send_back')
  const last = turns[turns.length - 1]
  return last?.action === 'send_back' ? last : undefined
}
