// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/organisations',
    name: 'organisations',
    component: () => import('./organisations_screen.vue'),
    meta: { title: 'people.web.organisations.title', for: 'reads' },
  },
  {
    path: '/organisations/chart',
    name: 'organisation_chart',
    component: () => import('./organisation_chart_screen.vue'),
    meta: { title: 'people.web.chart.title', for: 'reads' },
  },
  {
    path: '/organisations/new',
    name: 'organisation_new',
    component: () => import('./organisation_new_screen.vue'),
    meta: { title: 'people.web.organisation.new', for: 'office', form: true },
  },
  {
    path: '/organisations/:id',
    name: 'organisation',
    component: () => import('./organisation_screen.vue'),
    props: true,
    meta: { title: 'people.web.organisation.title' },
  },
  {
    path: '/organisations/:id/edit',
    name: 'organisation_edit',
    component: () => import('./organisation_edit_screen.vue'),
    props: true,
    meta: { title: 'people.web.organisation.edit', for: 'office', form: true },
  },
  {
    path: '/organisations/:id/close',
    name: 'organisation_close',
    component: () => import('./organisation_close_screen.vue'),
    props: true,
    meta: { title: 'people.web.organisation.close', for: 'office', form: true },
  },
  {
    path: '/organisations/:id/posts/new',
    name: 'post_new',
    component: () => import('./post_new_screen.vue'),
    props: true,
    meta: { title: 'people.web.post.new', for: 'office', form: true },
  },
  {
    path: '/posts/:id/edit',
    name: 'post_edit',
    component: () => import('./post_edit_screen.vue'),
    props: true,
    meta: { title: 'people.web.post.edit', for: 'office', form: true },
  },
  {
    path: '/posts/:id/tenures/:tenure/correct',
    name: 'tenure_correct',
    component: () => import('./tenure_correct_screen.vue'),
    props: true,
    meta: { title: 'people.web.tenure.correct.title', office: true, form: true },
  },
  {
    path: '/posts/:id/tenures/:tenure/withdraw',
    name: 'tenure_withdraw',
    component: () => import('./tenure_withdraw_screen.vue'),
    props: true,
    meta: { title: 'people.web.tenure.withdraw.title', office: true, form: true },
  },
  {
    path: '/terms',
    name: 'terms',
    component: () => import('./terms_screen.vue'),
    meta: { title: 'people.web.terms.title', for: 'reads' },
  },
  {
    path: '/terms/new',
    name: 'term_new',
    component: () => import('./term_new_screen.vue'),
    meta: { title: 'people.web.term.new', for: 'office', form: true },
  },
  {
    path: '/terms/re-election',
    name: 're_election',
    component: () => import('./re_election_screen.vue'),
    meta: { title: 'people.web.re_election.title', for: 'office', form: true },
  },
  {
    path: '/posts',
    name: 'posts',
    component: () => import('./posts_screen.vue'),
    meta: { title: 'people.web.posts.title', for: 'reads' },
  },
]
