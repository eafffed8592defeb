import { addFonts } from './fonts';
import './DatelineMap.svelte';

addFonts();
