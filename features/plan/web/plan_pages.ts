// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/plans',
    name: 'plans',
    component: () => import('./plans_screen.vue'),
    meta: { title: 'plan.web.list.title' },
  },
  {
    path: '/plans/:id',
    name: 'plan',
    component: () => import('./plan_screen.vue'),
    props: true,
    meta: { title: 'plan.web.title' },
  },
  {
    path: '/plans/:id/edit',
    name: 'plan_edit',
    component: () => import('./plan_edit_screen.vue'),
    props: true,
    meta: { title: 'plan.web.edit.title', for: 'office', form: true },
  },
  {
    path: '/plans/:id/steps/:action(discard|restore|submit|agree|pass|approve|concur|send_back|begin_draft|issue|bring_in_force|close)',
    name: 'plan_step',
    component: () => import('./plan_step_screen.vue'),
    props: true,
    meta: { title: 'plan.web.step.title', form: true },
  },
  {
    path: '/plans/:id/next-year',
    name: 'next_year',
    component: () => import('./next_year_screen.vue'),
    props: true,
    meta: { title: 'plan.web.next_year.title', for: 'office', form: true },
  },
  {
    path: '/import',
    name: 'import',
    component: () => import('./import_screen.vue'),
    meta: { title: 'plan.web.import.title', for: 'office', closed: 'plan.web.import.office_only' },
  },
  {
    path: '/import/:id',
    name: 'reading',
    component: () => import('./reading_screen.vue'),
    props: true,
    meta: { title: 'plan.web.reading.title', form: true, workbench: true },
  },
  {
    path: '/import/:id/steps/:action(discard|restore)',
    name: 'import_step',
    component: () => import('./import_step_screen.vue'),
    props: true,
    meta: { title: 'plan.web.step.title', form: true },
  },
]
