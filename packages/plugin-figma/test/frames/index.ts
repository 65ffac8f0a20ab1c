import { article } from './article.js';
import { checkout } from './checkout.js';
import { darkPlayer } from './dark-player.js';
import { dashboard } from './dashboard.js';
import { dataTable } from './data-table.js';
import { gallery } from './gallery.js';
import { inbox } from './inbox.js';
import { landing } from './landing.js';
import { mobileSettings } from './mobile-settings.js';
import { onboarding } from './onboarding.js';
import { pricing } from './pricing.js';
import { signUp } from './sign-up.js';
import type { Specimen } from './specimen.js';

/** A dozen screens that a team might have. */
export const SPECIMENS: readonly Specimen[] = [
  signUp,
  dashboard,
  article,
  pricing,
  mobileSettings,
  darkPlayer,
  checkout,
  inbox,
  gallery,
  dataTable,
  landing,
  onboarding,
];
