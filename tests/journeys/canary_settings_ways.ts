// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The ways of settings and calendars: the office names a field, sets it back, reads a calendar from
// a file, takes a year and marks a day. See canary_ways.ts.
import type { Json, Way } from './canary_ways'

const field = '/api/settings/plan_fields'
const year = 2098

export const ways_of_settings: Way[] = [
  {
    operation: 'setSetting',
    at: () => field,
    body: async (_world, _by, look) => {
      const now = (await look(field))!.value as { items: Json[] }
      const items = now.items.map((item) => (item.id === 'ecology' ? { id: item.id } : item))
      return { value: { text: '', items } }
    },
    after: (world) => world.keep('settings', 'fields', 'plan_fields'),
  },
  {
    operation: 'setSetting',
    at: () => '/api/settings/room_notice',
    body: () => ({ value: { text: '4d', items: [] } }),
    after: (world) => world.keep('settings', 'notice', 'room_notice'),
  },
  { operation: 'resetSetting', at: () => '/api/settings/room_notice/reset' },
  {
    operation: 'previewCalendar',
    at: () => '/api/calendar/previews',
    file: (text) => `2098-01-01,放假,"${text('body').replaceAll('"', '""')}"\r\n`,
  },
  {
    operation: 'importCalendar',
    at: () => '/api/calendar/imports',
    body: () => ({
      years: [{ year, version: 0, days: [{ day: '2098-01-01', kind: 'holiday' }] }],
    }),
  },
  {
    operation: 'markCalendarDay',
    at: () => '/api/calendar/days/2098-01-02',
    body: () => ({ kind: 'holiday' }),
    version: '"v1"',
  },
  {
    operation: 'completeCalendarYear',
    at: () => '/api/calendar/years/2098/completeness',
    body: () => ({ complete: true }),
    version: '"v2"',
    after: (world) => world.keep('years', 'imported', String(year)),
  },
]
