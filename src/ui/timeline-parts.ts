/** What a timeline can do without until the page is shown: fetched as one file. */
export { truePositions } from '../model/axis';
export { gapsOf } from '../model/gaps';
export { openingStretch } from '../model/opening-stretch';
export { default as Axis } from './Axis.svelte';
export { formatLength } from './gap-labels';
export { default as Thumbs } from './Thumbs.svelte';
export { default as TimelineOptions } from './TimelineOptions.svelte';
