// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/scoring',
    name: 'scoring_rounds',
    component: () => import('./scoring_screen.vue'),
    meta: { title: 'scoring.web.title', for: 'reads' },
  },
  {
    path: '/scoring/new',
    name: 'new_scoring_round',
    component: () => import('./round_new_screen.vue'),
    meta: { title: 'scoring.web.new', for: 'office', form: true },
  },
  {
    path: '/scoring/:id',
    name: 'scoring_round',
    component: () => import('./round_screen.vue'),
    props: true,
    meta: { title: 'scoring.web.round', for: 'reads' },
  },
  {
    path: '/scoring/:id/edit',
    name: 'scoring_round_edit',
    component: () => import('./round_edit_screen.vue'),
    props: true,
    meta: { title: 'scoring.web.edit', for: 'office', form: true },
  },
  {
    path: '/scoring/:id/steps/:action',
    name: 'scoring_step',
    component: () => import('./round_step_screen.vue'),
    props: true,
    meta: { title: 'scoring.web.step', for: 'office', form: true },
  },
  {
    path: '/scoring/:id/ballot',
    name: 'scoring_ballot',
    component: () => import('./ballot_screen.vue'),
    props: true,
    meta: { title: 'scoring.web.ballot', for: 'reads', form: true },
  },
  {
    path: '/scoring/:id/results',
    name: 'scoring_results',
    component: () => import('./results_screen.vue'),
    props: true,
    meta: { title: 'scoring.web.results', for: 'reads' },
  },
  {
    path: '/scoring/:id/names',
    name: 'scoring_names',
    component: () => import('./names_screen.vue'),
    props: true,
    meta: { title: 'scoring.web.names' },
  },
]
