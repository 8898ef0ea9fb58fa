// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The paper by which a body did what the office records: what is missing before it is sent.
import { t } from '@/i18n'
import { today } from '../../people/web/days'
import type { ScanView } from './behalf_api'

export interface Paper {
  organisation_id: string // empty: the register has none
  scan: ScanView | undefined
  paper_day: string
}

export const newPaper = (): Paper => ({ organisation_id: '', scan: undefined, paper_day: '' })

// The one body that the register knows is filled in: no word of the person's.
export function fillIn(
  { mine, propose }: { mine: { paper: Paper }; propose: (words: { paper: Paper }) => void },
  organisation_id: string,
): void {
  propose({ paper: { ...newPaper(), organisation_id } })
  mine.paper.organisation_id ||= organisation_id
}

export function troublesOf({ scan, paper_day }: Paper): { scan?: string; paper_day?: string } {
  return {
    ...(scan ? {} : { scan: t('behalf.web.scan_missing') }),
    ...(!paper_day
      ? { paper_day: t('behalf.web.paper_day_missing') }
      : paper_day > today()
        ? { paper_day: t('behalf.web.paper_day_later') }
        : {}),
  }
}
