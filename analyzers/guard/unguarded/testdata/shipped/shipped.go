// Package shipped calls dangers of other modules, of whose kinds the package
// has checks.
package shipped

import (
	"context"

	"cloud.google.com/go/storage"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	clientv3 "go.etcd.io/etcd/client/v3"
	old "go.etcd.io/etcd/clientv3"
	"gorm.io/gorm"
	"k8s.io/client-go/dynamic"
	apps "k8s.io/client-go/kubernetes/typed/apps/v1"
	batch "k8s.io/client-go/kubernetes/typed/batch/v1"
	core "k8s.io/client-go/kubernetes/typed/core/v1"
	"k8s.io/kubectl/pkg/drain"
	"k8s.io/mount-utils"
	oldmount "k8s.io/utils/mount"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

//leapguard:check kubernetes obj when=true
func Unused(obj client.Object) bool { return obj.GetName() == "" }

//leapguard:check kubernetes name when=true
func UnusedName(name string) bool { return name == "" }

func Kubernetes(ctx context.Context, c client.Client, w client.Writer, obj client.Object) {
	if Unused(obj) {
		_ = c.Delete(ctx, obj)
	}
	_ = c.Delete(ctx, obj) // want `c.Delete\(ctx, obj\) is reached though no check of kind kubernetes holds for obj`
}

func Names(ctx context.Context, name string, r dynamic.ResourceInterface, ds apps.DaemonSetInterface, d apps.DeploymentInterface, ss apps.StatefulSetInterface, j batch.JobInterface) {
	if UnusedName(name) {
		_ = d.Delete(ctx, name, nil)
	}
	_ = r.Delete(ctx, name, nil)  // want `no check of kind kubernetes holds for name`
	_ = ds.Delete(ctx, name, nil) // want `no check of kind kubernetes holds for name`
	_ = d.Delete(ctx, name, nil)  // want `no check of kind kubernetes holds for name`
	_ = ss.Delete(ctx, name, nil) // want `no check of kind kubernetes holds for name`
	_ = j.Delete(ctx, name, nil)  // want `no check of kind kubernetes holds for name`
}

func Core(ctx context.Context, name string, cm core.ConfigMapInterface, ns core.NamespaceInterface, n core.NodeInterface, pvc core.PersistentVolumeClaimInterface, pv core.PersistentVolumeInterface, p core.PodInterface, s core.SecretInterface, svc core.ServiceInterface) {
	_ = cm.Delete(ctx, name, nil)  // want `no check of kind kubernetes`
	_ = ns.Delete(ctx, name, nil)  // want `no check of kind kubernetes`
	_ = n.Delete(ctx, name, nil)   // want `no check of kind kubernetes`
	_ = pvc.Delete(ctx, name, nil) // want `no check of kind kubernetes`
	_ = pv.Delete(ctx, name, nil)  // want `no check of kind kubernetes`
	_ = p.Delete(ctx, name, nil)   // want `no check of kind kubernetes`
	_ = s.Delete(ctx, name, nil)   // want `no check of kind kubernetes`
	_ = svc.Delete(ctx, name, nil) // want `no check of kind kubernetes`
}

// A mounter implements the interface of the model, which binds it.
type mounter struct{}

func (mounter) IsLikelyNotMountPoint(file string) (bool, error) { return true, nil }
func (mounter) IsMountPoint(file string) (bool, error)          { return false, nil }
func (mounter) Unmount(target string) error                     { return nil }

//leapguard:danger mounted dir
func Remove(dir string) {}

func Mounted(m mount.Interface, o oldmount.Interface, own mounter, dir string) {
	if ok, err := m.IsLikelyNotMountPoint(dir); err == nil && ok {
		Remove(dir)
	}
	if ok, err := m.IsMountPoint(dir); err == nil && !ok {
		Remove(dir)
	}
	if ok, err := mount.IsNotMountPoint(m, dir); err == nil && ok {
		Remove(dir)
	}
	if ok, err := own.IsMountPoint(dir); err == nil && !ok {
		Remove(dir)
	}
	if ok, err := o.IsLikelyNotMountPoint(dir); err == nil && ok {
		Remove(dir)
	}
	if ok, err := oldmount.IsNotMountPoint(o, dir); err == nil && ok {
		Remove(dir)
	}
	if err := m.Unmount(dir); err == nil {
		Remove(dir)
	}
	if err := o.Unmount(dir); err == nil {
		Remove(dir)
	}
	if ok, err := m.IsMountPoint(dir); err == nil && ok {
		Remove(dir) // want `the check m.IsMountPoint\(dir\) at line \d+ refuses on this path`
	}
}

//leapguard:danger format disk
func Format(disk string) {}

//leapguard:check format disk when=true
func Ours(disk string) bool { return disk != "" }

func Formats(m *mount.SafeFormatAndMount, disk string) {
	if format, err := m.GetDiskFormat(disk); err == nil && format == "" {
		Format(disk)
	}
	if Ours(disk) {
		_ = m.FormatAndMount(disk, "", "", nil)
	}
	_ = m.FormatAndMount(disk, "", "", nil)                                     // want `no check of kind format holds for disk`
	_ = m.FormatAndMountSensitive(disk, "", "", nil, nil)                       // want `no check of kind format holds for disk`
	_ = m.FormatAndMountSensitiveWithFormatOptions(disk, "", "", nil, nil, nil) // want `no check of kind format holds for disk`
}

func OldFormats(m *oldmount.SafeFormatAndMount, disk string) {
	if format, err := m.GetDiskFormat(disk); err == nil && format == "" {
		Format(disk)
	}
	_ = m.FormatAndMount(disk, "", "", nil)               // want `no check of kind format holds for disk`
	_ = m.FormatAndMountSensitive(disk, "", "", nil, nil) // want `no check of kind format holds for disk`
}

//leapguard:check drain node when=true
func Idle(node string) bool { return node == "" }

func Drain(h *drain.Helper, node string, pods []drain.Pod) {
	if Idle(node) {
		_ = drain.RunNodeDrain(h, node)
	}
	_ = drain.RunNodeDrain(h, node) // want `no check of kind drain holds for node`
	_ = h.DeleteOrEvictPods(pods)   // want `no check of kind drain holds for pods`
}

//leapguard:check gorm v when=true
func Orphan(v any) bool { return v == nil }

//leapguard:check etcd key when=true
func Stale(key string) bool { return key == "" }

func Databases(ctx context.Context, db *gorm.DB, c *clientv3.Client, kv old.KV, v any, key string) {
	db.Delete(v)               // want `no check of kind gorm holds for v`
	_, _ = c.Delete(ctx, key)  // want `no check of kind etcd holds for key`
	_, _ = kv.Delete(ctx, key) // want `no check of kind etcd holds for key`
	if Stale(key) && Orphan(v) {
		_, _ = c.Delete(ctx, key)
		db.Delete(v)
	}
}

//leapguard:check aws any when=true
func Sandbox() bool { return false }

//leapguard:check azure any when=true
func Testing() bool { return false }

//leapguard:check gcp b when=true
func Empty(b *storage.BucketHandle) bool { return b == nil }

func Clouds(ctx context.Context, d *dynamodb.Client, e *ec2.Client, r *rds.Client, s *s3.Client) {
	_, _ = d.DeleteTable(ctx, nil)        // want `no check of kind aws`
	_, _ = e.DeleteSnapshot(ctx, nil)     // want `no check of kind aws`
	_, _ = e.DeleteVolume(ctx, nil)       // want `no check of kind aws`
	_, _ = e.TerminateInstances(ctx, nil) // want `no check of kind aws`
	_, _ = r.DeleteDBCluster(ctx, nil)    // want `no check of kind aws`
	_, _ = r.DeleteDBInstance(ctx, nil)   // want `no check of kind aws`
	_, _ = s.DeleteBucket(ctx, nil)       // want `no check of kind aws`
	_, _ = s.DeleteObject(ctx, nil)       // want `no check of kind aws`
	_, _ = s.DeleteObjects(ctx, nil)      // want `no check of kind aws`
	if Sandbox() {
		_, _ = s.DeleteBucket(ctx, nil)
	}
}

func Others(ctx context.Context, b *storage.BucketHandle, o *storage.ObjectHandle, c *azblob.Client) {
	_ = b.Delete(ctx)                      // want `no check of kind gcp holds for b`
	_ = o.Delete(ctx)                      // want `no check of kind gcp holds for o`
	_, _ = c.DeleteContainer(ctx, "", nil) // want `no check of kind azure`
	_, _ = c.DeleteBlob(ctx, "", "", nil)  // want `no check of kind azure`
	if Empty(b) && Testing() {
		_ = b.Delete(ctx)
		_, _ = c.DeleteContainer(ctx, "", nil)
	}
}
