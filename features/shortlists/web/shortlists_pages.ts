// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/rounds',
    name: 'rounds',
    component: () => import('./rounds_screen.vue'),
    meta: { title: 'shortlists.web.title', for: 'reads', closed: 'shortlists.web.closed_reads' },
  },
  {
    path: '/rounds/new',
    name: 'new_round',
    component: () => import('./round_new_screen.vue'),
    meta: { title: 'shortlists.web.new', for: 'office', form: true },
  },
  {
    path: '/rounds/:id',
    name: 'round',
    component: () => import('./round_screen.vue'),
    props: true,
    meta: { title: 'shortlists.web.round', for: 'reads', closed: 'shortlists.web.closed_reads' },
  },
  {
    path: '/rounds/:id/edit',
    name: 'round_edit',
    component: () => import('./round_edit_screen.vue'),
    props: true,
    meta: { title: 'shortlists.web.edit', for: 'office', form: true },
  },
  {
    path: '/rounds/:id/place',
    name: 'round_places',
    component: () => import('./round_places_screen.vue'),
    props: true,
    meta: { title: 'shortlists.web.action.place', for: 'office', form: true },
  },
  {
    path: '/rounds/:id/steps/:action',
    name: 'round_step',
    component: () => import('./round_step_screen.vue'),
    props: true,
    meta: { title: 'calls.web.step', for: 'office', form: true },
  },
  {
    path: '/rounds/:id/change',
    name: 'shortlist_change',
    component: () => import('./shortlist_change_screen.vue'),
    props: true,
    meta: { title: 'shortlists.web.action.change', for: 'office', form: true },
  },
  {
    path: '/rounds/:id/decide',
    name: 'shortlist_decision',
    component: () => import('./shortlist_decision_screen.vue'),
    props: true,
    meta: { title: 'shortlists.web.action.decide', for: 'office', form: true },
  },
]
