{{/* What all that this chart makes is labelled with. */}}
{{- define "cornershop.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* The name of what is made of a file, within this release. */}}
{{- define "cornershop.name" -}}
{{ printf "%s-%s" .release (base .file | trimSuffix (ext .file)) | trunc 63 | trimSuffix "-" }}
{{- end }}
