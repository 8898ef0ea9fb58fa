// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The words of a term as fields of a form: all of them text.
import { periodOf, type Period } from './days'

export type TermForm = { number: string; from: string; until: string }

export const term_pointers = ['/number', '/period/from', '/period/until', '/from', '/until']

export const isWhole = ({ number, from }: TermForm): boolean =>
  /^\d+$/.test(number.trim()) && from !== ''

export function wordsOf(form: TermForm): { number: number; period: Period } {
  return { number: Number(form.number), period: periodOf(form.from, form.until) }
}
