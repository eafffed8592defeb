import type { Messages } from './messages';

/** The words of MapLibre's controls, by its locale keys. */
export function mapWords(messages: Messages): Record<string, string> {
  return {
    'Map.Title': messages.map,
    'NavigationControl.ZoomIn': messages.zoomIn,
    'NavigationControl.ZoomOut': messages.zoomOut,
    'AttributionControl.ToggleAttribution': messages.attribution,
    'ScaleControl.Kilometers': messages.scale.kilometres,
    'ScaleControl.Meters': messages.scale.metres,
    'ScaleControl.Miles': messages.scale.miles,
    'ScaleControl.Feet': messages.scale.feet,
    'CooperativeGesturesHandler.WindowsHelpText': messages.cooperativeDesktop,
    'CooperativeGesturesHandler.MacHelpText': messages.cooperativeMac,
    'CooperativeGesturesHandler.MobileHelpText': messages.cooperative,
  };
}
