internal import GRDB
package import Store
